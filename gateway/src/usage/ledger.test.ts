import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';

import { usageEvent } from '../../../tests/support/usageEvent.js';
import { openStore } from '../store/openStore.js';
import type { Store } from '../store/store.js';
import { Ledger } from './ledger.js';

const log = pino({ level: 'silent' });

let directory: string;
let store: Store;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-ledger-'));
  store = await openStore({ file: join(directory, 'ledger.sqlite'), threads: false });
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

function open({ flushMs = 60_000, maxPending = 10_000, maxPendingSize = 10_000_000 } = {}): Promise<Ledger> {
  const file = join(directory, 'ledger.sqlite');
  return Ledger.open({ directory, file, flushMs, maxPending, maxPendingSize, log, threads: false });
}

function record(ledger: Ledger, count: number): string[] {
  return Array.from({ length: count }, () => {
    const event = usageEvent();
    ledger.record(event);
    return event.id;
  });
}

const ids = async () => (await store.db.selectFrom('requests').select('id').execute()).map(({ id }) => id).sort();
const segments = () => readdirSync(join(directory, 'journal')).filter((name) => name.endsWith('.jsonl'));
const setStoreDown = (down: boolean) =>
  sql.raw(down ? 'alter table requests rename to away' : 'alter table away rename to requests').execute(store.db);

/** As if the process had been killed: the journal's files are those of now, and the next may have the directory. */
async function killed(ledger: Ledger): Promise<void> {
  await setStoreDown(true);
  await ledger.close();
  await setStoreDown(false);
}

test('what was recorded is in the store after a flush', async () => {
  const ledger = await open();
  const recorded = record(ledger, 700);
  expect(ledger.counts).toMatchObject({ pending: 700, written: 0, replayed: 0, refused: 0 });
  expect(ledger.counts.journalBytes).toBeGreaterThan(100_000);
  expect(await ledger.flush()).toBe(true);
  expect(await ids()).toEqual(recorded.sort());
  expect(ledger.counts).toMatchObject({ pending: 0, written: 700, failures: 0, oldestPendingMs: 0 });
  expect(ledger.counts.journalBytes).toBeLessThan(5_000);
  await ledger.close();
});

test('is written without a flush, too', async () => {
  const ledger = await open({ flushMs: 1 });
  const recorded = record(ledger, 3);
  while (ledger.counts.pending > 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await ids()).toEqual(recorded.sort());
  await ledger.close();
});

test('what was not in the store when the process ended is there after the next start, once', async () => {
  const first = await open();
  const early = record(first, 600);
  await first.flush();
  const late = record(first, 20);
  await killed(first);
  expect(await ids()).toHaveLength(600);

  const second = await open();
  expect(second.counts).toMatchObject({ replayed: 20, pending: 0, written: 20 });
  expect(await ids()).toEqual([...early, ...late].sort());
  const [sums] = await store.db.selectFrom('usage_hourly').select('requests').execute();
  expect(sums?.requests).toBe(620);
  await second.close();
});

test('a batch that had reached the store before the process ended counts once', async () => {
  const first = await open();
  record(first, 10);
  expect(first.counts.journalBytes).toBeGreaterThan(0);
  const [segment = ''] = segments();
  const journal = readFileSync(join(directory, 'journal', segment));
  await first.close();
  writeFileSync(join(directory, 'journal', segment), journal);

  const second = await open();
  expect(second.counts.replayed).toBe(10);
  expect(await ids()).toHaveLength(10);
  const [sums] = await store.db.selectFrom('usage_hourly').select('requests').execute();
  expect(sums?.requests).toBe(10);
  await second.close();
});

test('a store that is down at the start has everything once it is back', async () => {
  const first = await open();
  const left = record(first, 5);
  await killed(first);

  await setStoreDown(true);
  const second = await open();
  expect(second.counts).toMatchObject({ replayed: 5, pending: 5, written: 0 });
  const more = record(second, 5);
  expect(await second.flush()).toBe(false);
  await setStoreDown(false);
  expect(await second.flush()).toBe(true);
  expect(await ids()).toEqual([...left, ...more].sort());
  await second.close();
});

test('is full at its limit, and not when it has been written', async () => {
  const ledger = await open({ maxPending: 3 });
  await setStoreDown(true);
  record(ledger, 2);
  expect(ledger.full).toBe(false);
  record(ledger, 1);
  expect(ledger.full).toBe(true);
  expect(await ledger.flush()).toBe(false);
  expect(ledger.full).toBe(true);
  expect(ledger.counts.failures).toBe(1);
  await setStoreDown(false);
  expect(await ledger.flush()).toBe(true);
  expect(ledger.full).toBe(false);
  await ledger.close();
});

test('is full, too, when the text that waits is very long', async () => {
  const ledger = await open({ maxPendingSize: 100_000 });
  const content = { request: 'x'.repeat(30_000), response: undefined };
  for (let event = 0; event < 4; event++) {
    expect(ledger.full).toBe(false);
    ledger.record(usageEvent({ content }));
  }
  expect(ledger.full).toBe(true);
  await ledger.close();
});

test('closed, it leaves nothing behind that is in the store', async () => {
  const ledger = await open();
  const recorded = record(ledger, 3);
  await ledger.close();
  expect(segments()).toEqual([]);
  expect(await ids()).toEqual(recorded.sort());
});

test('a directory is for one process', async () => {
  const ledger = await open();
  await expect(open()).rejects.toThrow(`The directory ${directory}/journal is in use by another gateway`);
  await ledger.close();
  await (await open()).close();
});

test('what the store will never take is kept aside', async () => {
  const error = jest.spyOn(log, 'error');
  const ledger = await open();
  ledger.record(usageEvent({ id: 'req_bad', key: null as unknown as string }));
  record(ledger, 1);
  expect(await ledger.flush()).toBe(true);
  expect(ledger.counts).toMatchObject({ pending: 0, written: 1, refused: 1 });
  expect(readFileSync(join(directory, 'journal', 'refused.bad'), 'utf8')).toContain('req_bad');
  expect(error).toHaveBeenCalledTimes(1);
  await ledger.close();
  const again = await open();
  expect(again.counts.replayed).toBe(0);
  expect(existsSync(join(directory, 'journal', 'refused.bad'))).toBe(true);
  await again.close();
});

test('what is recorded in one turn is in one write, and who waits for it is called after that', async () => {
  const ledger = await open();
  const order: string[] = [];
  record(ledger, 2);
  ledger.committed(() => order.push('first'));
  record(ledger, 1);
  ledger.committed(() => order.push('second'));
  expect(order).toEqual([]);
  const file = join(directory, 'journal', segments()[0] ?? '');
  const before = readFileSync(file, 'utf8').split('\n').length;
  await new Promise(setImmediate);
  expect(order).toEqual(['first', 'second']);
  expect(readFileSync(file, 'utf8').split('\n').length).toBe(before + 3);
  ledger.committed(() => order.push('nothing to wait for'));
  expect(order).toHaveLength(3);
  await ledger.close();
});
