import { pino } from 'pino';

import { LedgerPump } from './ledgerPump.js';

const log = pino({ level: 'silent' });

/** A store that can be made to refuse. */
class FlakyWriter {
  down = false;
  readonly batches: Array<readonly string[]> = [];
  readonly write = async (lines: readonly string[]) => {
    if (this.down) {
      throw new Error('database is locked');
    }
    this.batches.push(lines);
    const refused = lines.filter((line) => line === 'bad').map((line) => ({ line, reason: 'of no use' }));
    return { refused, stored: lines.map(() => 1), known: [] };
  };
  get lines(): readonly string[] {
    return this.batches.flat();
  }
}

let count = 0;
function open({ flushMs = 200 } = {}) {
  const writer = new FlakyWriter();
  const onSettled = jest.fn();
  const onAvailability = jest.fn();
  const pump = new LedgerPump({ writer, flushMs, onSettled, onAvailability, log });
  const add = (number: number) =>
    Array.from({ length: number }, () => {
      const line = `line ${++count}`;
      pump.add(line);
      return line;
    });
  return { writer, pump, add, onSettled, onAvailability };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('writes lines together, some time later', async () => {
  const { writer, pump, add, onSettled } = open({ flushMs: 200 });
  const lines = [...add(1), ...add(2)];
  await jest.advanceTimersByTimeAsync(199);
  expect(writer.batches).toEqual([]);
  expect(pump.queue.length).toBe(3);

  await jest.advanceTimersByTimeAsync(1);
  expect(writer.batches).toEqual([lines]);
  expect(onSettled.mock.calls).toEqual([[3, { refused: [], stored: [1, 1, 1], known: [] }, 0]]);
  expect(pump).toMatchObject({ settled: 3, failures: 0 });
  expect(pump.queue).toMatchObject({ length: 0, size: 0, oldest: undefined });
});

test('a line that comes later is written later', async () => {
  const { writer, add } = open({ flushMs: 200 });
  add(1);
  await jest.advanceTimersByTimeAsync(1_000);
  const [second] = add(1);
  await jest.advanceTimersByTimeAsync(200);
  expect(writer.lines.at(-1)).toBe(second);
});

test('a long queue goes in batches, in its order', async () => {
  const { writer, add } = open();
  const lines = add(1_234);
  await jest.runAllTimersAsync();
  expect(writer.batches.map(({ length }) => length)).toEqual([500, 500, 234]);
  expect(writer.lines).toEqual(lines);
});

test('long lines go in smaller batches, be one longer than a batch', async () => {
  const { writer, pump } = open();
  for (const length of [5_000_000, 1_500_000, 1_500_000, 1_500_000]) {
    pump.add('x'.repeat(length));
  }
  await jest.runAllTimersAsync();
  expect(writer.batches.map((batch) => batch.length)).toEqual([1, 2, 1]);
});

test('a store that refuses and then recovers has every line once, in order', async () => {
  const { writer, pump, add, onSettled } = open({ flushMs: 200 });
  const before = add(2);
  writer.down = true;
  await jest.advanceTimersByTimeAsync(5_000);
  const during = add(700);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(pump.queue.length).toBe(702);
  expect(onSettled).not.toHaveBeenCalled();

  writer.down = false;
  await jest.advanceTimersByTimeAsync(3_000);
  expect(writer.lines).toEqual([...before, ...during]);
  expect(pump.settled).toBe(702);
});

test('a store that is down is asked less and less often, at least every two seconds', async () => {
  const { writer, pump, add } = open({ flushMs: 200 });
  writer.down = true;
  add(1);
  await jest.advanceTimersByTimeAsync(200);
  expect(pump.failures).toBe(1);
  await jest.advanceTimersByTimeAsync(4_000);
  const early = pump.failures;
  expect(early).toBeLessThan(6);
  await jest.advanceTimersByTimeAsync(100_000);
  expect(pump.failures - early).toBe(50);
});

test('lines that are added while the store is down do not make it be asked more often', async () => {
  const { writer, pump, add } = open({ flushMs: 200 });
  writer.down = true;
  for (let second = 0; second < 100; second++) {
    add(10);
    await jest.advanceTimersByTimeAsync(1_000);
  }
  expect(pump.failures).toBeLessThan(60);
});

test('an outage is logged once, and so is its end', async () => {
  const [error, info] = [jest.spyOn(log, 'error'), jest.spyOn(log, 'info')];
  const { writer, add } = open();
  writer.down = true;
  add(1);
  await jest.advanceTimersByTimeAsync(60_000);
  writer.down = false;
  await jest.advanceTimersByTimeAsync(60_000);
  expect([error.mock.calls.length, info.mock.calls.length]).toEqual([1, 1]);
});

test('says how many of the lines may have been written in a batch that was refused', async () => {
  const { writer, add, onSettled } = open();
  writer.down = true;
  add(2);
  await jest.advanceTimersByTimeAsync(250);
  writer.down = false;
  add(3);
  await jest.advanceTimersByTimeAsync(1_000);
  add(1);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(onSettled.mock.calls.map(([count, , tried]: [number, unknown, number]) => [count, tried])).toEqual([
    [5, 2],
    [1, 0],
  ]);
});

test('flush writes at once all that came before it, however much that is', async () => {
  const { writer, pump, add } = open();
  expect(await pump.flush()).toBe(true);
  const lines = add(1_200);
  expect(await pump.flush()).toBe(true);
  expect(writer.lines).toEqual(lines);
});

test('flush says when the store refuses, and may be called again', async () => {
  const { writer, pump, add } = open();
  add(3);
  writer.down = true;
  expect(await Promise.all([pump.flush(), pump.flush()])).toEqual([false, false]);
  writer.down = false;
  expect(await pump.flush()).toBe(true);
  expect(writer.lines).toHaveLength(3);
});

test('flush is done with what came before it, whatever comes after', async () => {
  const { writer, pump, add } = open();
  add(1);
  const flushed = pump.flush();
  add(1);
  expect(await flushed).toBe(true);
  expect(writer.lines).toHaveLength(1);
  expect(pump.queue.length).toBe(1);
});

test('what the store will never take is told of and does not wait', async () => {
  const { pump, onSettled } = open();
  ['good', 'bad', 'good'].forEach((line) => pump.add(line));
  await pump.flush();
  const refused = [{ line: 'bad', reason: 'of no use' }];
  expect(onSettled.mock.calls).toEqual([[3, expect.objectContaining({ refused }), 0]]);
  expect(pump.queue.length).toBe(0);
});

test('once stopped, nothing is written any longer', async () => {
  const { writer, pump, add } = open();
  add(1);
  pump.stop();
  add(1);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(writer.batches).toEqual([]);
  expect(jest.getTimerCount()).toBe(0);
});

test('says once that the store refuses, and once that it takes lines again', async () => {
  const { writer, add, onAvailability } = open();
  writer.down = true;
  add(1);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(onAvailability.mock.calls).toEqual([[false, 'database is locked']]);
  writer.down = false;
  await jest.advanceTimersByTimeAsync(10_000);
  expect(onAvailability.mock.calls.slice(1)).toEqual([[true]]);
});
