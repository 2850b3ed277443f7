import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';

import { seededRandom } from '../../../tests/support/random.js';
import { type Samples, parseSamples } from '../../../tests/support/samples.js';
import { failedEvent, tokens, usageEvent } from '../../../tests/support/usageEvent.js';
import type { RequestRow } from '../store/schema.js';
import { openStore } from '../store/openStore.js';
import { createUsageBus } from '../usage/bus.js';
import type { Attempt, UsageEvent } from '../usage/event.js';
import { Ledger } from '../usage/ledger.js';
import { Exposition } from './exposition/exposition.js';
import { recordUsage } from './recording/recordUsage.js';
import { createMetrics } from './registry.js';
import { observeReconciliation } from './state/observeReconciliation.js';

const REQUESTS = 100_000;
jest.setTimeout(300_000);

const MODELS = ['gpt-4o', 'claude', 'local "quoted"', 'unknown'];
const KEYS = Array.from({ length: 20 }, (_, index) => `key-${index}`);
const ERRORS = ['upstream_error', 'rate_limit_error', 'timeout', 'budget_exceeded'] as const;

/** Requests of every kind: good, failed, left, retried, fallen back, cached, with and without a price. */
function mixed(random: () => number): UsageEvent {
  const among = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const model = among(MODELS);
  const provider = among(['openai', 'azure', 'local']);
  const key = among(KEYS);
  const streaming = random() < 0.5;
  const used = tokens({ input: Math.floor(random() * 5_000), output: Math.floor(random() * 900), cachedInput: 3 });
  const attempt = (outcome: Attempt['outcome'], of = model): Attempt => ({
    provider,
    deployment: `${provider}/${of}`,
    model: of,
    status: outcome === 'success' ? 200 : 503,
    outcome,
    startMs: 0,
    durationMs: random() * 900,
  });
  const whose = {
    model,
    key,
    team: random() < 0.7 ? `team-${key.at(-1)}` : undefined,
    time: Date.UTC(2026, 10, 2, 12) + Math.floor(random() * 7_200_000),
    streaming,
    firstTokenMs: streaming ? random() * 300 : undefined,
    durationMs: 300 + random() * 2_000,
  };
  const success: Partial<UsageEvent> = {
    ...whose,
    provider,
    deployment: `${provider}/${model}`,
    tokens: used,
    // Nano-dollars that are no multiple of anything.
    cost: { nanoUsd: Math.floor(random() * 2e9), source: 'config' },
    attempts: [attempt('success')],
  };
  const kind = random();
  if (kind < 0.5) {
    return usageEvent(success);
  }
  if (kind < 0.6) {
    return usageEvent({ ...success, attempts: [attempt('timeout'), attempt('upstream_error'), attempt('success')] });
  }
  if (kind < 0.68) {
    return usageEvent({ ...success, attempts: [attempt('upstream_error'), attempt('success', 'claude')] });
  }
  if (kind < 0.74) {
    return usageEvent({ ...success, cost: undefined, unpriced: true });
  }
  if (kind < 0.8) {
    const saved = { cache: 'hit', savedNanoUsd: Math.floor(random() * 1e9), attempts: [] } as const;
    return usageEvent({ ...success, ...saved, provider: undefined, deployment: undefined, tokens: used, cost: ZERO });
  }
  if (kind < 0.88) {
    return usageEvent({ ...success, status: 'aborted', code: 499, attempts: [attempt('aborted')] });
  }
  const errorType = among(ERRORS);
  return kind < 0.92
    ? failedEvent({ ...whose, errorType, code: 402, provider: undefined, deployment: undefined, attempts: [] })
    : failedEvent({
        ...whose,
        errorType,
        code: 502,
        provider,
        deployment: `${provider}/${model}`,
        attempts: [attempt(errorType)],
      });
}

const ZERO = { nanoUsd: 0, source: 'config' };

type Labels = Readonly<Record<string, string>>;

/** Sums of what the text shows and of what the ledger has, by the same labels. */
class Books {
  private readonly sums = new Map<string, { metrics: number; ledger: number }>();

  addMetrics(name: string, labels: Labels, value: number): void {
    this.of(name, labels).metrics += value;
  }

  addLedger(name: string, labels: Labels, value: number): void {
    this.of(name, labels).ledger += value;
  }

  get size(): number {
    return this.sums.size;
  }

  get different(): ReadonlyArray<readonly [string, { metrics: number; ledger: number }]> {
    return [...this.sums].filter(([, { metrics, ledger }]) => metrics !== ledger);
  }

  private of(name: string, labels: Labels): { metrics: number; ledger: number } {
    const key = `${name} ${JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
    const sum = this.sums.get(key) ?? { metrics: 0, ledger: 0 };
    this.sums.set(key, sum);
    return sum;
  }
}

const COMPARED = [
  'requests_total',
  'tokens_total',
  'cost_usd_total',
  'unpriced_requests_total',
  'cache_saved_usd_total',
];

function readMetrics(samples: Samples, books: Books): void {
  for (const { name, labels, value } of samples.all) {
    const short = name.replace('llm_gateway_', '');
    if (COMPARED.includes(short)) {
      books.addMetrics(short, labels, short.includes('usd') ? Math.round(value * 1e9) : value);
    }
  }
}

function readRow(row: RequestRow, books: Books): void {
  const whose = { model: row.model, provider: row.provider ?? 'none', team: row.team ?? 'none', key: row.key };
  const how = { streaming: row.streaming === 1 ? 'true' : 'false', status: row.status, code: String(row.code) };
  const { operation } = row;
  const deployment = row.deployment ?? 'none';
  books.addLedger(
    'requests_total',
    { ...whose, deployment, operation, ...how, error_type: row.error_type ?? 'none' },
    1
  );
  if (row.usage_source !== null) {
    books.addLedger('tokens_total', { ...whose, type: 'input' }, row.input_tokens);
    books.addLedger('tokens_total', { ...whose, type: 'output' }, row.output_tokens);
  }
  if (row.cost_nano_usd !== null) {
    books.addLedger('cost_usd_total', whose, row.cost_nano_usd);
  }
  if (row.unpriced === 1) {
    books.addLedger('unpriced_requests_total', { model: whose.model, provider: whose.provider }, 1);
  }
  if (row.saved_nano_usd > 0) {
    const { model, team, key } = whose;
    books.addLedger('cache_saved_usd_total', { model, team, key }, row.saved_nano_usd);
  }
}

test('what /metrics shows of 100,000 mixed requests is what the ledger has, to the nano-dollar', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-agreement-'));
  const file = join(directory, 'ledger.sqlite');
  const store = await openStore({ file, threads: false });
  const log = pino({ level: 'silent' });
  const ledger = await Ledger.open({ directory, file, flushMs: 50, maxPending: 2 * REQUESTS, threads: false, log });
  const metrics = createMetrics();
  const bus = createUsageBus(log);
  bus.subscribe(ledger.record);
  bus.subscribe(recordUsage(metrics));
  const exposition = new Exposition({
    metrics,
    native: true,
    dialects: [],
    observe: observeReconciliation(metrics.instruments, ledger.books),
  });
  const scrape = async () => parseSamples(Buffer.concat((await exposition.render('text')).pieces).toString());
  const drift = (samples: Samples) =>
    ['requests', 'usd'].map((of) => samples.sum(`llm_gateway_reconciliation_drift_${of}`));

  const random = seededRandom(6);
  let attempts = 0;
  for (let index = 0; index < REQUESTS; index++) {
    const event = mixed(random);
    attempts += event.attempts.length;
    bus.publish(event);
    if (index % 10_000 === 0) {
      // While some are written and some are not.
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(drift(await scrape())).toEqual([0, 0]);
    }
  }
  expect(await ledger.flush()).toBe(true);

  const samples = await scrape();
  expect(drift(samples)).toEqual([0, 0]);
  expect(samples.sum('llm_gateway_requests_total')).toBe(REQUESTS);
  expect(samples.sum('llm_gateway_attempts_total')).toBe(attempts);
  expect(samples.sum('llm_gateway_request_duration_seconds_count')).toBe(REQUESTS);
  expect(samples.sum('llm_gateway_cache_requests_total')).toBe(REQUESTS);
  const books = new Books();
  readMetrics(samples, books);
  const rows = await store.db.selectFrom('requests').selectAll().execute();
  expect(rows).toHaveLength(REQUESTS);
  rows.forEach((row) => readRow(row, books));
  expect(books.size).toBeGreaterThan(1_000);
  expect(books.different).toEqual([]);

  await ledger.close();
  await store.close();
  rmSync(directory, { recursive: true });
});
