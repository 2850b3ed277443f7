import { setTimeout as sleep } from 'node:timers/promises';

import { Deadline } from './deadline.js';

test('what is answered in time is passed on, also when it fails', async () => {
  const deadline = new Deadline(1_000);
  expect(await deadline.within(Promise.resolve(1))).toBe(1);
  await expect(deadline.within(Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('what takes too long is rejected, each by its own beginning', async () => {
  const deadline = new Deadline(50);
  const begun = performance.now();
  const never = new Promise<never>(() => {});
  const ends = async () => {
    await expect(deadline.within(never)).rejects.toThrow('no answer within 50 ms');
    return performance.now() - begun;
  };
  const first = ends();
  await sleep(30);
  const second = ends();
  // Timers may fire up to a millisecond early.
  expect(await first).toBeGreaterThanOrEqual(49);
  expect(await second).toBeGreaterThanOrEqual(79);
});

test('a process that was busy for longer than the deadline still reads what has arrived', async () => {
  const deadline = new Deadline(50);
  await sleep(20);
  const waiting = deadline.within(sleep(20, 'answer'));
  const end = performance.now() + 300;
  while (performance.now() < end) {
    // Nothing else is done meanwhile.
  }
  expect(await waiting).toBe('answer');
});
