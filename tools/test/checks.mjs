import { findCommand, inRoot } from '../stack/paths.mjs';
import { run } from '../stack/run.mjs';

/** Everything that is right or wrong without being run; each counts as one test. @param {import('./tally.mjs').Tally} tally */
export async function checks(tally) {
  const cwd = inRoot();
  const npm = (/** @type {string} */ script) => () => run('npm', ['run', '--silent', script], { cwd });
  await check(tally, 'types', npm('typecheck'));
  await check(tally, 'lint and format', npm('lint'));
  await check(tally, 'imports run one way', npm('lint:structure'));
  await check(tally, 'generated files match the catalogue', npm('generate:check'));
  if (findCommand('promtool') === undefined) {
    tally.skip('Prometheus rules', 'promtool is not on PATH');
  } else {
    const rules = inRoot('provisioning', 'prometheus', 'rules', 'llm-gateway.yml');
    await check(tally, 'Prometheus rules', () => run('promtool', ['check', 'rules', rules], { cwd }));
  }
}

/** @param {import('./tally.mjs').Tally} tally @param {string} what @param {() => Promise<void>} attempt */
async function check(tally, what, attempt) {
  console.log(`\n== ${what}`);
  try {
    await attempt();
    tally.add(what, { passed: 1 });
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    tally.add(what, { failed: 1 });
  }
}
