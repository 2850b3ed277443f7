import fc from 'fast-check';

import { insertRequests, requestRow, withTags } from '../../../tests/support/ledgerRows.js';
import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import { integer, seededRandom } from '../../../tests/support/random.js';
import { openStore } from '../store/openStore.js';
import type { RequestRow } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { findRequest } from './findRequest.js';
import { type RequestsQuery, queryRequests } from './queryRequests.js';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const BEGIN = Date.UTC(2026, 9, 23);
const DAYS = 9;

/** Two users are seen all the time, a third only now and then. */
function makeRows(count: number): readonly RequestRow[] {
  const random = seededRandom(5);
  return Array.from({ length: count }, (_, index) =>
    requestRow({
      // Several in one millisecond.
      time: BEGIN + Math.floor((index / count) * DAYS * 24 * 20) * (HOUR / 20),
      user: index % 97 === 0 ? 'rare' : index % 3 === 0 ? null : 'often',
      key: `k${integer(random, 0, 2)}`,
      status: integer(random, 0, 9) === 0 ? 'error' : 'success',
      code: integer(random, 0, 9) === 0 ? 429 : 200,
      duration_ms: integer(random, 0, 4_000) / 4,
      cost_nano_usd: integer(random, 0, 4) === 0 ? null : integer(random, 0, 1_000),
      trace_id: integer(random, 0, 1) === 0 ? null : integer(random, 16, 255).toString(16).repeat(16),
      ...(integer(random, 0, 3) === 0 ? withTags({ project: 'x' }) : {}),
    })
  );
}

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });

const someQuery: fc.Arbitrary<RequestsQuery> = fc
  .record({
    times: fc.tuple(...[1, 2].map(() => fc.integer({ min: BEGIN - HOUR, max: BEGIN + DAYS * 24 * HOUR }))),
    filters: fc.record(
      {
        user: fc.constantFrom<readonly string[]>(['rare'], ['often', ''], ['nobody']),
        key: fc.constantFrom<readonly string[]>(['k1'], ['k0', 'k2']),
        status: fc.constant<readonly string[]>(['error']),
        'tag:project': fc.constantFrom<readonly string[]>(['x'], ['']),
      },
      { requiredKeys: [] }
    ),
    codes: maybe(fc.constantFrom([429], [200, 429])),
    minDurationMs: maybe(fc.integer({ min: 0, max: 1_000 })),
    maxDurationMs: maybe(fc.integer({ min: 0, max: 1_000 })),
    minCostNanoUsd: maybe(fc.integer({ min: 0, max: 1_000 })),
    tracePrefix: maybe(fc.constantFrom('a', '1f1f')),
    limit: fc.constantFrom(1, 7, 100),
  })
  .map(({ times, ...query }) => ({
    ...query,
    from: Math.min(...times),
    to: Math.max(...times),
    idPrefix: undefined,
    after: undefined,
  }));

function naive(rows: readonly RequestRow[], query: RequestsQuery): readonly string[] {
  const { filters, codes, minDurationMs, maxDurationMs, minCostNanoUsd, tracePrefix } = query;
  const valueOf = (row: RequestRow, name: string) =>
    name === 'tag:project' ? (row.tags === null ? '' : 'x') : String(row[name as keyof RequestRow] ?? '');
  return rows
    .filter(
      (row) =>
        row.time >= query.from &&
        row.time < query.to &&
        Object.entries(filters).every(([name, values]) => values?.includes(valueOf(row, name))) &&
        (codes === undefined || codes.includes(row.code)) &&
        (minDurationMs === undefined || row.duration_ms >= minDurationMs) &&
        (maxDurationMs === undefined || row.duration_ms <= maxDurationMs) &&
        (minCostNanoUsd === undefined || (row.cost_nano_usd !== null && row.cost_nano_usd >= minCostNanoUsd)) &&
        (tracePrefix === undefined || (row.trace_id ?? '').startsWith(tracePrefix))
    )
    .toSorted((a, b) => b.time - a.time || (b.id > a.id ? 1 : -1))
    .map(({ id }) => id);
}

async function allPages(store: Store, query: RequestsQuery): Promise<readonly string[]> {
  const ids: string[] = [];
  let after = query.after;
  do {
    const { rows, next } = await queryRequests(store, { ...query, after });
    expect(rows.length).toBeLessThanOrEqual(query.limit);
    ids.push(...rows.map(({ id }) => id));
    after = next;
  } while (after !== undefined && ids.length < 300);
  return ids;
}

async function pagesAgree(store: Store, numRuns: number): Promise<void> {
  const rows = makeRows(1_200);
  await insertRequests(store, rows);
  await fc.assert(
    fc.asyncProperty(someQuery, async (query) => {
      const ids = await allPages(store, query);
      expect(ids).toEqual(naive(rows, query).slice(0, Math.max(ids.length, 300)));
    }),
    { numRuns }
  );

  const [first] = rows;
  const found = await findRequest(store, first?.id ?? '');
  expect(found?.row).toEqual(first);
  const byId = { ...NO_FILTERS, from: BEGIN, to: BEGIN + HOUR, idPrefix: first?.id.slice(0, 30), limit: 10 };
  const page = await queryRequests(store, byId);
  expect(page.rows.map(({ id }) => id)).toContain(first?.id);
  await store.close();
}

const NO_FILTERS = {
  filters: {},
  codes: undefined,
  minDurationMs: undefined,
  maxDurationMs: undefined,
  minCostNanoUsd: undefined,
  tracePrefix: undefined,
  after: undefined,
};

test('SQLite: pages hold what filtering and sorting the requests one by one does', async () => {
  await pagesAgree(await openStore({ file: ':memory:', threads: false }), 200);
});

withPostgres('PostgreSQL: pages hold what filtering and sorting the requests one by one does', async () => {
  const postgres = await TestPostgres.start();
  try {
    await pagesAgree(await openStore({ databaseUrl: await postgres.createDatabase(), file: '' }), 80);
  } finally {
    await postgres.remove();
  }
});
