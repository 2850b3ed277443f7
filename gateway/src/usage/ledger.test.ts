import { pino } from 'pino';

import { usageEvent } from '../../../tests/support/usageEvent.js';
import type { RequestRow } from '../store/schema.js';
import type { LedgerStore } from '../store/sqlite.js';
import { Ledger } from './ledger.js';

const log = pino({ level: 'silent' });

/** A store that can be made to refuse. */
class FlakyStore {
  down = false;
  closed = false;
  readonly batches: RequestRow[][] = [];
  readonly insert = (rows: readonly RequestRow[]): void => {
    if (this.down) {
      throw new Error('database is locked');
    }
    this.batches.push([...rows]);
  };
  async close(): Promise<void> {
    this.closed = true;
  }
  get ids(): string[] {
    return this.batches.flat().map(({ id }) => id);
  }
}

function open({ flushMs = 200, maxPending = 10_000 } = {}) {
  const store = new FlakyStore();
  const ledger = new Ledger(store as unknown as LedgerStore, { flushMs, maxPending }, log);
  const record = (count: number) =>
    Array.from({ length: count }, () => {
      const event = usageEvent();
      ledger.record(event);
      return event.id;
    });
  return { store, ledger, record };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('writes events together, some time later', () => {
  const { store, ledger, record } = open({ flushMs: 200 });
  const ids = [...record(3)];
  jest.advanceTimersByTime(199);
  expect(store.batches).toHaveLength(0);
  expect(ledger.counts).toEqual({ pending: 3, written: 0, failures: 0 });

  jest.advanceTimersByTime(1);
  expect(store.batches).toHaveLength(1);
  expect(store.ids).toEqual(ids);
  expect(ledger.counts).toEqual({ pending: 0, written: 3, failures: 0 });
});

test('an event that comes later is written later', () => {
  const { store, record } = open({ flushMs: 200 });
  record(1);
  jest.advanceTimersByTime(1_000);
  const [second] = record(1);
  jest.advanceTimersByTime(200);
  expect(store.ids.at(-1)).toBe(second);
});

test('a long queue goes in batches with turns of the event loop in between', () => {
  const { store, record } = open();
  const ids = record(1_234);
  jest.runAllTimers();
  expect(store.batches.map(({ length }) => length)).toEqual([500, 500, 234]);
  expect(store.ids).toEqual(ids);
});

test('a store that refuses and then recovers has every event once, in order', () => {
  const { store, ledger, record } = open({ flushMs: 200 });
  const before = record(2);
  store.down = true;
  jest.advanceTimersByTime(5_000);
  const during = record(700);
  jest.advanceTimersByTime(60_000);
  expect(store.batches).toHaveLength(0);
  expect(ledger.counts.pending).toBe(702);
  expect(ledger.counts.failures).toBeGreaterThan(3);

  store.down = false;
  jest.advanceTimersByTime(10_000);
  expect(store.ids).toEqual([...before, ...during]);
  expect(ledger.counts).toMatchObject({ pending: 0, written: 702 });
});

test('a store that is down is asked less and less often, at least every ten seconds', () => {
  const { store, ledger, record } = open({ flushMs: 200 });
  store.down = true;
  record(1);
  jest.advanceTimersByTime(200);
  expect(ledger.counts.failures).toBe(1);
  jest.advanceTimersByTime(10_000);
  const early = ledger.counts.failures;
  expect(early).toBeLessThan(8);
  jest.advanceTimersByTime(100_000);
  expect(ledger.counts.failures - early).toBeGreaterThanOrEqual(9);
  expect(ledger.counts.failures - early).toBeLessThan(13);
});

test('is full at its limit, and not when it has been written', () => {
  const { store, ledger, record } = open({ maxPending: 3 });
  store.down = true;
  record(2);
  expect(ledger.full).toBe(false);
  record(1);
  expect(ledger.full).toBe(true);
  store.down = false;
  expect(ledger.flush()).toBe(true);
  expect(ledger.full).toBe(false);
});

test('flush writes all at once, and says when it cannot', () => {
  const { store, ledger, record } = open();
  record(1_200);
  store.down = true;
  expect(ledger.flush()).toBe(false);
  store.down = false;
  expect(ledger.flush()).toBe(true);
  expect(store.ids).toHaveLength(1_200);
});

test('close writes what is left, then closes the store', async () => {
  const { store, ledger, record } = open();
  record(3);
  await ledger.close();
  expect(store.ids).toHaveLength(3);
  expect(store.closed).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});
