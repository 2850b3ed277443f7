import { spawnSync } from 'node:child_process';

import { findCommand, inRoot } from '../stack/paths.mjs';

/** The data source's backend. @param {import('./tally.mjs').Tally} tally */
export async function goTests(tally) {
  console.log('\n== go vet and test');
  if (findCommand('go') === undefined) {
    tally.skip("data source's backend", 'go is not on PATH');
    return;
  }
  const unformatted = spawnSync('gofmt', ['-l', 'pkg'], { cwd: inRoot(), encoding: 'utf8' }).stdout.trim();
  const vet = spawnSync('go', ['vet', './pkg/...'], { cwd: inRoot(), stdio: 'inherit' });
  const clean = unformatted === '' && vet.status === 0;
  if (unformatted !== '') {
    console.error(`not formatted with gofmt:\n${unformatted}`);
  }
  tally.add('go vet and gofmt', clean ? { passed: 1 } : { failed: 1 });

  const { stdout, status } = spawnSync('go', ['test', '-json', './pkg/...'], {
    cwd: inRoot(),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  /** @type {{ Action: string, Test?: string, Output?: string }[]} */
  const events = stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const count = (/** @type {string} */ action) =>
    events.filter(({ Action, Test }) => Action === action && Test !== undefined).length;
  const failed = count('fail');
  if (status !== 0) {
    console.error(events.map(({ Output }) => Output ?? '').join(''));
  }
  // A package that does not compile fails without a test.
  tally.add("data source's backend", {
    passed: count('pass'),
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: count('skip'),
  });
}
