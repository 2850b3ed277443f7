import { mkdirSync, readFileSync, rmSync } from 'node:fs';

import { inRoot } from '../stack/paths.mjs';
import { run } from '../stack/run.mjs';

/** All Jest projects. @param {import('./tally.mjs').Tally} tally */
export async function jest(tally) {
  console.log('\n== unit and conformance tests');
  const output = inRoot('test-results', 'jest.json');
  mkdirSync(inRoot('test-results'), { recursive: true });
  rmSync(output, { force: true });
  const args = ['exec', '--', 'jest', '--json', `--outputFile=${output}`];
  await run('npm', args, { cwd: inRoot(), stdio: ['ignore', 'ignore', 'inherit'] }).catch(() => undefined);
  try {
    const result = JSON.parse(readFileSync(output, 'utf8'));
    tally.add('unit and conformance tests', {
      passed: result.numPassedTests,
      // A file that cannot even be loaded has no tests to fail.
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    });
  } catch (error) {
    console.error(`Jest left no result: ${/** @type {Error} */ (error).message}`);
    tally.add('unit and conformance tests', { failed: 1 });
  }
}
