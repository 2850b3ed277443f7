import { Worker } from 'node:worker_threads';

import { runInOwnThread } from './ownThread.js';

/** Stands in for thread.ts, which only the built gateway can load: answers with what it was asked, or dies of it. */
const startEcho = (): Worker =>
  new Worker(
    `
    const { parentPort } = require('node:worker_threads');
    let count = 0;
    parentPort.on('message', (request) => {
      if (request === 'close') parentPort.close();
      else if (request.sql === 'die') throw new Error('out of memory');
      else if (request.sql === 'fail') parentPort.postMessage({ id: request.id, error: { message: 'locked', code: 'SQLITE_BUSY' } });
      else parentPort.postMessage({ id: request.id, result: { rows: [request.sql, ...request.parameters, ++count], changes: undefined } });
    });`,
    { eval: true }
  );

test('each statement gets its own answer', async () => {
  const runner = runInOwnThread('', startEcho);
  const answers = await Promise.all([runner.run('a', [1]), runner.run('b', [2])]);
  expect(answers.map(({ rows }) => rows)).toEqual([
    ['a', 1, 1],
    ['b', 2, 2],
  ]);
  await runner.close();
});

test('a statement that fails fails alone, with the code of SQLite', async () => {
  const runner = runInOwnThread('', startEcho);
  const [failed, other] = await Promise.allSettled([runner.run('fail', []), runner.run('a', [])]);
  expect(failed).toMatchObject({ reason: { message: 'locked', code: 'SQLITE_BUSY' } });
  expect(other.status).toBe('fulfilled');
  await runner.close();
});

test('a thread that dies fails what it was asked; the next statement has a new one', async () => {
  const runner = runInOwnThread('', startEcho);
  await runner.run('a', []);
  const outcomes = await Promise.allSettled([runner.run('die', []), runner.run('b', [])]);
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual([
    'out of memory',
    'out of memory',
  ]);
  expect((await runner.run('c', [])).rows).toEqual(['c', 1]);
  await runner.close();
});
