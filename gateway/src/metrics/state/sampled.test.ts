import { Sampled } from './sampled.js';

/** A source that answers when it is told to. */
function source() {
  const waiting: Array<{ resolve(value: number): void; reject(error: Error): void }> = [];
  return {
    waiting,
    read: jest.fn(() => new Promise<number>((resolve, reject) => waiting.push({ resolve, reject }))),
  };
}

const settled = () => new Promise(setImmediate);

test('is read once however many ask, and not again too soon', async () => {
  let now = 0;
  const { waiting, read } = source();
  const sampled = new Sampled({ read, everyMs: 5_000, now: () => now });
  const asked = [sampled.latest(), sampled.latest()];
  waiting[0]?.resolve(1);
  expect(await Promise.all(asked)).toEqual([1, 1]);
  now = 4_999;
  expect(await sampled.latest()).toBe(1);
  expect(read).toHaveBeenCalledTimes(1);
  now = 5_000;
  const next = sampled.latest();
  waiting[1]?.resolve(2);
  expect(await next).toBe(2);
});

test('who asks waits a moment only, and gets what was known before', async () => {
  let now = 0;
  const { waiting, read } = source();
  const sampled = new Sampled({ read, everyMs: 5_000, patienceMs: 10, now: () => now });
  expect(await sampled.latest()).toBeUndefined();
  waiting[0]?.resolve(1);
  await settled();
  now = 10_000;
  expect(await sampled.latest()).toBe(1);
  expect(await sampled.latest()).toBe(1);
  expect(read).toHaveBeenCalledTimes(2);
});

test('a source that fails is told of; its last value is given until it is too old', async () => {
  let now = 0;
  let fails = false;
  const onError = jest.fn();
  const read = async () => {
    if (fails) {
      throw new Error('down');
    }
    return 1;
  };
  const sampled = new Sampled({ read, everyMs: 5_000, keepMs: 60_000, onError, now: () => now });
  expect(await sampled.latest()).toBe(1);
  fails = true;
  now = 60_000;
  expect(await sampled.latest()).toBe(1);
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'down' }));
  now = 65_001;
  expect(await sampled.latest()).toBeUndefined();
});
