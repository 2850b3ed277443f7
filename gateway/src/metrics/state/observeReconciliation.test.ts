import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';

import { shownSeries } from '../../../../tests/support/shownSeries.js';
import { tokens, usageEvent } from '../../../../tests/support/usageEvent.js';
import { openStore } from '../../store/openStore.js';
import { createUsageBus } from '../../usage/bus.js';
import type { UsageEvent } from '../../usage/event.js';
import { Ledger } from '../../usage/ledger.js';
import { recordUsage } from '../recording/recordUsage.js';
import { createMetrics } from '../registry.js';
import { observeReconciliation } from './observeReconciliation.js';

const log = pino({ level: 'silent' });
let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'llm-gateway-reconciliation-'))));
afterEach(() => rmSync(directory, { recursive: true }));

/** A ledger and metrics on one bus, as serve.ts has them, over a store in a file. */
async function gateway(prepare: (sql: (text: string) => Promise<unknown>) => Promise<unknown> = async () => undefined) {
  const file = join(directory, 'ledger.sqlite');
  const store = await openStore({ file, threads: false });
  await prepare(async (text) => {
    const { sql } = await import('kysely');
    return sql.raw(text).execute(store.db);
  });
  const ledger = await Ledger.open({ directory, file, flushMs: 60_000, maxPending: 1_000, threads: false, log });
  const metrics = createMetrics();
  const bus = createUsageBus(log);
  let loses = (_event: UsageEvent): boolean => false;
  bus.subscribe((event) => (loses(event) ? undefined : ledger.record(event)));
  bus.subscribe(recordUsage(metrics));
  const observe = observeReconciliation(metrics.instruments, ledger.books);
  return {
    ledger,
    publish: bus.publish,
    lose: (which: (event: UsageEvent) => boolean) => void (loses = which),
    async drift() {
      observe();
      const names = ['llm_gateway_reconciliation_drift_requests', 'llm_gateway_reconciliation_drift_usd'];
      return Object.values(await shownSeries(metrics, ...names));
    },
    async close() {
      await ledger.close();
      await store.close();
    },
  };
}

const priced = (nanoUsd: number) => usageEvent({ cost: { nanoUsd, source: 'config' } });

test('there is none, before and after the store has the events', async () => {
  const { ledger, publish, drift, close } = await gateway();
  expect(await drift()).toEqual([0, 0]);
  [priced(1), priced(100_000_001), usageEvent({ cost: undefined, unpriced: true })].forEach(publish);
  expect(await drift()).toEqual([0, 0]);
  expect(await ledger.flush()).toBe(true);
  expect(ledger.books).toMatchObject({
    pending: { requests: 0, nanoUsd: 0 },
    stored: { requests: 3, nanoUsd: 100_000_002 },
  });
  expect(await drift()).toEqual([0, 0]);
  await close();
});

test('an event that the ledger never got shows at once', async () => {
  const { publish, lose, drift, close } = await gateway();
  lose(({ id }) => id === 'req_lost');
  [priced(5), { ...priced(7_000_000_000), id: 'req_lost' }].forEach(publish);
  expect(await drift()).toEqual([1, 7]);
  await close();
});

test('a cost that becomes another one on its way to the store shows once it is written', async () => {
  const { ledger, publish, drift, close } = await gateway();
  [priced(1_234_567_890), priced(20)].forEach(publish);
  const { queue } = (ledger as unknown as { pump: { queue: { batch: () => readonly string[] } } }).pump;
  const { batch } = queue;
  queue.batch = () => batch().map((line) => line.replace('1234567890', '1234567888'));
  expect(await drift()).toEqual([0, 0]);
  await ledger.flush();
  expect(await drift()).toEqual([0, 0.000000002]);
  await close();
});

test('an event that the store will never take shows', async () => {
  const { ledger, publish, drift, close } = await gateway((run) =>
    run(`create trigger refuses before insert on requests when new.model = 'bad' begin
           select raise(abort, 'no'); end`)
  );
  [priced(10), usageEvent({ model: 'bad', cost: { nanoUsd: 2_000_000_000, source: 'config' } })].forEach(publish);
  await ledger.flush();
  expect(ledger.counts.refused).toBe(1);
  expect(await drift()).toEqual([1, 2]);
  await close();
});

test('an event that is there twice shows: the metrics have two, the ledger one', async () => {
  const { ledger, publish, drift, close } = await gateway();
  const event = priced(3_000_000_000);
  publish(event);
  await ledger.flush();
  publish(event);
  await ledger.flush();
  expect(await drift()).toEqual([1, 3]);
  await close();
});

test('what an earlier process left is none of this one’s, nor what others write to the same store', async () => {
  const first = await gateway();
  const left = [priced(11), priced(12)];
  left.forEach(first.publish);
  // It ends before anything was written.
  (first.ledger as unknown as { pump: { stop(): void; flush(): Promise<boolean> } }).pump.flush = async () => false;
  await first.close();

  const second = await gateway();
  expect(second.ledger.counts.replayed).toBe(2);
  second.publish(usageEvent({ tokens: tokens(), cost: { nanoUsd: 13, source: 'config' } }));
  await second.ledger.flush();
  expect(second.ledger.books.stored).toEqual({ requests: 1, nanoUsd: 13 });
  expect(await second.drift()).toEqual([0, 0]);
  await second.close();
});
