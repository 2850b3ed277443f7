import { Worker } from 'node:worker_threads';

import { writeInThread } from './ledgerThread.js';

/** Stands in for ledgerWorker.ts, which only the built gateway can load; does what a line says. */
const start = (): Worker =>
  new Worker(
    `
    const { parentPort } = require('node:worker_threads');
    let count = 0;
    parentPort.on('message', (request) => {
      const lines = request.split('\\n');
      if (request === 'close') parentPort.close();
      else if (lines.includes('die')) process.exit(1);
      else if (lines.includes('throw')) throw new Error('out of memory');
      else if (lines.includes('fail')) parentPort.postMessage({ error: 'database is locked' });
      else if (!lines.includes('hang')) parentPort.postMessage({ refused: lines.map((line) => ({ line, reason: String(++count) })) });
    });`,
    { eval: true }
  );

test('hands over a batch and its answer', async () => {
  const writer = writeInThread({ file: '' }, start);
  expect(await writer.write(['a', 'b'])).toEqual({
    refused: [
      { line: 'a', reason: '1' },
      { line: 'b', reason: '2' },
    ],
  });
  await writer.close();
});

test('a store that refuses fails the batch, not the thread', async () => {
  const writer = writeInThread({ file: '' }, start);
  await writer.write(['a']);
  await expect(writer.write(['fail'])).rejects.toThrow('database is locked');
  expect(await writer.write(['b'])).toEqual({ refused: [{ line: 'b', reason: '2' }] });
  await writer.close();
});

test.each([
  ['die', 'The thread that writes the ledger has ended.'],
  ['throw', 'out of memory'],
])('a thread that ends (%s) fails its batch, and the next has a new one', async (how, message) => {
  const writer = writeInThread({ file: '' }, start);
  await writer.write(['a']);
  await expect(writer.write([how])).rejects.toMatchObject({ message });
  expect(await writer.write(['b'])).toEqual({ refused: [{ line: 'b', reason: '1' }] });
  await writer.close();
});

test('a thread that hangs fails its batch in the end, and the next has a new one', async () => {
  const writer = writeInThread({ file: '' }, start, 2_000);
  await expect(writer.write(['hang'])).rejects.toThrow('No batch was written within 2000 ms.');
  expect(await writer.write(['b'])).toEqual({ refused: [{ line: 'b', reason: '1' }] });
  await writer.close();
});

test('may be closed before anything was written', async () => {
  await writeInThread({ file: '' }, start).close();
});
