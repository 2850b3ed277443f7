import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkPackage } from '../package.mjs';
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
  const archive = 'archive of the app by the plugin validator’s rules';
  const tools = ['zip', 'unzip'].filter((command) => findCommand(command) === undefined);
  if (tools.length > 0 || findCommand('go') === undefined) {
    tally.skip(archive, tools.length > 0 ? `${tools.join(' and ')} not on PATH` : 'no go on PATH to build its backend');
  } else {
    await check(tally, archive, checkPackage);
  }
  if (findCommand('promtool') === undefined) {
    tally.skip('Prometheus configuration and rules', 'promtool is not on PATH');
  } else {
    await check(tally, 'Prometheus configuration and rules', checkPrometheus);
  }
  if (findCommand('amtool') === undefined) {
    tally.skip('Alertmanager configuration', 'amtool is not on PATH');
  } else {
    const files = ['alertmanager.yml', 'alertmanager.example.yml'].map((name) =>
      inRoot('provisioning', 'alertmanager', name)
    );
    await check(tally, 'Alertmanager configuration', () => run('amtool', ['check-config', ...files], { cwd }));
  }
}

/** With the files that are made at the start: promtool wants the token's to be there. */
async function checkPrometheus() {
  const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-checks-'));
  try {
    cpSync(inRoot('provisioning', 'prometheus'), directory, { recursive: true });
    mkdirSync(join(directory, 'secrets'));
    writeFileSync(join(directory, 'secrets', 'metrics-token'), 'checked');
    await run('promtool', ['check', 'config', join(directory, 'prometheus.yml')]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
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
