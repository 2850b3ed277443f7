import { shownSeries } from '../../../../tests/support/shownSeries.js';
import { createMetrics } from '../registry.js';
import { type DatabaseParts, observeDatabase, timeDatabase } from './observeDatabase.js';

async function observed(parts: Partial<DatabaseParts>) {
  const metrics = createMetrics();
  const observe = observeDatabase(metrics.instruments, {
    connections: () => [],
    ping: async () => undefined,
    refusing: () => false,
    ...parts,
  });
  await observe();
  return (name: string) => shownSeries(metrics, `llm_gateway_${name}`);
}

test.each([
  ['answers and takes events', {}, 1],
  ['does not answer', { ping: async () => Promise.reject(new Error('down')) }, 0],
  ['refuses events', { refusing: () => true }, 0],
])('a database that %s', async (_what, parts, up) => {
  expect(await (await observed(parts))('store_up')).toEqual({ '{}': up });
});

test('one that does not answer at all holds up no scrape, and is down when it has not for a while', async () => {
  jest.useFakeTimers();
  try {
    const metrics = createMetrics();
    const observe = observeDatabase(metrics.instruments, {
      connections: () => [],
      ping: () => new Promise(() => undefined),
      refusing: () => false,
    });
    const first = observe();
    await jest.advanceTimersByTimeAsync(100);
    await first;
    await jest.advanceTimersByTimeAsync(3_000);
    await observe();
    jest.useRealTimers();
    expect(await shownSeries(metrics, 'llm_gateway_store_up')).toEqual({ '{}': 0 });
  } finally {
    jest.useRealTimers();
  }
});

test('connections of all pools are added up', async () => {
  const connections = () => [
    { active: 1, idle: 0, waiting: 2, max: 1 },
    { active: 3, idle: 4, waiting: 0, max: 10 },
  ];
  const shown = await observed({ connections });
  expect(await shown('database_connections')).toEqual({ '{state=active}': 4, '{state=idle}': 4, '{state=waiting}': 2 });
  expect(await shown('database_connections_max')).toEqual({ '{}': 11 });
});

test('queries and batches of the ledger are timed in seconds', async () => {
  const metrics = createMetrics();
  const { onQuery, onLedgerBatch } = timeDatabase(metrics.instruments);
  onQuery('select', 250);
  onQuery('select', 250);
  onLedgerBatch(2_000);
  expect(await shownSeries(metrics, 'llm_gateway_database_query_duration_seconds_sum')).toEqual({
    '{operation=select}': 0.5,
    '{operation=ledger_write}': 2,
  });
});
