import { REQUEST_MEASURES, USAGE_DIMENSIONS, USAGE_MEASURES, type UsageGrouping } from '@llm-gateway/catalogue';
import fc from 'fast-check';

import { insertRequests, requestRow, withTags } from '../../../tests/support/ledgerRows.js';
import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import { integer, seededRandom } from '../../../tests/support/random.js';
import { calendarWindow } from '../governance/counting/window.js';
import { openStore } from '../store/openStore.js';
import type { RequestRow } from '../store/schema.js';
import type { Store } from '../store/store.js';
import type { Bucket } from './query/bucket.js';
import { type UsageGroup, type UsageQuery, queryUsage } from './queryUsage.js';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
/** Clocks in Berlin and New York are changed in this time. */
const BEGIN = Date.UTC(2026, 9, 23);
const DAYS = 12;
const END = BEGIN + DAYS * 24 * HOUR;

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[integer(random, 0, values.length - 1)] as Value;
}

/** Requests of a few values, many of them on the hour or next to it. */
function makeRows(count: number): readonly RequestRow[] {
  const random = seededRandom(11);
  const maybe = (values: readonly string[]) => (integer(random, 0, 3) === 0 ? null : pick(random, values));
  return Array.from({ length: count }, () => {
    const hour = BEGIN + integer(random, 0, DAYS * 24 - 1) * HOUR;
    const success = integer(random, 0, 4) > 0;
    const tags = Object.fromEntries(
      [
        ['feature', maybe(['chat', 'search'])] as const,
        ['environment', maybe(['prod'])] as const,
        ['project', maybe(['x', 'y "z"', ''])] as const,
      ].flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
    );
    return requestRow({
      time: hour + pick(random, [0, 0, HOUR - 1, integer(random, 0, HOUR - 1)]),
      key: pick(random, ['k1', 'k2']),
      team: maybe(['a', 'b']),
      user: maybe(['ada', 'bob', 'eve']),
      model: pick(random, ['m1', 'm2']),
      provider: maybe(['p1', 'p2']),
      served_model: maybe(['s1']),
      deployment: maybe(['p1/s1']),
      streaming: integer(random, 0, 1),
      cache: pick(random, ['bypass', 'hit', 'miss']),
      status: success ? 'success' : pick(random, ['error', 'aborted']),
      error_type: success ? null : pick(random, ['timeout', 'upstream_error']),
      input_tokens: integer(random, 0, 9_999),
      cached_input_tokens: integer(random, 0, 99),
      cache_write_5m_tokens: integer(random, 0, 9),
      cache_write_1h_tokens: integer(random, 0, 9),
      audio_input_tokens: integer(random, 0, 9),
      output_tokens: integer(random, 0, 9_999),
      cost_nano_usd: integer(random, 0, 5) === 0 ? null : integer(random, 0, 2_000_000_000),
      saved_nano_usd: integer(random, 0, 1_000),
      unpriced: integer(random, 0, 1),
      // Quarters add up without rounding, in any order.
      duration_ms: integer(random, 0, 4_000) / 4,
      first_token_ms: integer(random, 0, 1) === 0 ? null : integer(random, 0, 400) / 4,
      ...withTags(tags),
    });
  });
}

const groupings: readonly UsageGrouping[] = [...USAGE_DIMENSIONS, 'tag:project', 'tag:feature', 'tag:none'];

function valueOf(row: RequestRow, name: UsageGrouping): string {
  if (name.startsWith('tag:')) {
    return (JSON.parse(row.tags ?? '{}') as Record<string, string>)[name.slice('tag:'.length)] ?? '';
  }
  return name === 'streaming' ? String(row.streaming === 1) : String(row[name as keyof RequestRow] ?? '');
}

const time = fc.oneof(
  fc.integer({ min: 0, max: DAYS * 24 }).map((hours) => BEGIN + hours * HOUR),
  fc.integer({ min: BEGIN - HOUR, max: END })
);
const calendarBucket = fc
  .record({
    unit: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
    timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
  })
  .map(({ unit, timezone }) => (from: number, to: number): Bucket => {
    const starts: number[] = [];
    for (let at = from; at < to; at = calendarWindow(unit, timezone, at).end) {
      starts.push(calendarWindow(unit, timezone, at).start);
    }
    return { kind: 'calendar', starts };
  });
const fixedBucket = fc
  .constantFrom(HOUR / 2, HOUR, 2 * HOUR, 2.5 * HOUR, 24 * HOUR)
  .map((lengthMs) => (): Bucket => ({ kind: 'fixed', lengthMs }));

const someQuery: fc.Arbitrary<UsageQuery> = fc
  .record({
    times: fc.tuple(time, time).filter(([a, b]) => a !== b),
    groupBy: fc.uniqueArray(fc.constantFrom(...groupings), { maxLength: 3 }),
    bucket: fc.option(fc.oneof(calendarBucket, fixedBucket), { nil: undefined }),
    filters: fc.dictionary(
      fc.constantFrom(...groupings),
      fc.array(fc.constantFrom('', 'k1', 'a', 'ada', 'm1', 'p1', 'chat', 'prod', 'y "z"', 'success', 'true', 'miss'), {
        minLength: 1,
        maxLength: 3,
      }),
      { maxKeys: 2 }
    ),
    measures: fc.constantFrom(
      USAGE_MEASURES.map(({ name }) => name),
      USAGE_MEASURES.map(({ name }) => name).filter((name) => !(REQUEST_MEASURES as readonly string[]).includes(name))
    ),
    limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  })
  .map(({ times: [a, b], bucket, filters, ...query }) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const { streaming, ...others } = filters as UsageQuery['filters'];
    return {
      ...query,
      from,
      to,
      bucket: bucket?.(from, to),
      filters: streaming === undefined ? others : { ...others, streaming: ['true'] },
      orderBy: 'cost_usd' as const,
    };
  });

const sum = (rows: readonly RequestRow[], of: (row: RequestRow) => number) =>
  rows.reduce((total, row) => total + of(row), 0);
const mean = (values: readonly number[]) =>
  values.length === 0 ? null : Math.round((values.reduce((a, b) => a + b) / values.length) * 1e3) / 1e3;

function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const lower = sorted[Math.floor(at)];
  const upper = sorted[Math.ceil(at)];
  return lower === undefined || upper === undefined
    ? null
    : Math.round((lower + (upper - lower) * (at - Math.floor(at))) * 1e3) / 1e3;
}

/** What the answer must be, written as simply as it can be. */
function naiveMeasures(rows: readonly RequestRow[]): Readonly<Record<string, number | null>> {
  const durations = rows.map((row) => row.duration_ms);
  const firstTokens = rows.flatMap((row) => row.first_token_ms ?? []);
  const cost = sum(rows, (row) => row.cost_nano_usd ?? 0);
  const saved = sum(rows, (row) => row.saved_nano_usd);
  return {
    requests: rows.length,
    errors: rows.filter(({ status }) => status === 'error').length,
    aborted: rows.filter(({ status }) => status === 'aborted').length,
    input_tokens: sum(rows, (row) => row.input_tokens),
    cached_input_tokens: sum(rows, (row) => row.cached_input_tokens),
    cache_write_tokens: sum(rows, (row) => row.cache_write_5m_tokens + row.cache_write_1h_tokens),
    audio_input_tokens: sum(rows, (row) => row.audio_input_tokens),
    output_tokens: sum(rows, (row) => row.output_tokens),
    reasoning_tokens: 0,
    audio_output_tokens: 0,
    total_tokens: sum(rows, (row) => row.input_tokens + row.output_tokens),
    cost_usd: cost / 1e9,
    cost_nano_usd: cost,
    saved_usd: saved / 1e9,
    saved_nano_usd: saved,
    unpriced_requests: sum(rows, (row) => row.unpriced),
    avg_duration_ms: mean(durations),
    avg_first_token_ms: mean(firstTokens),
    p50_duration_ms: quantile(durations, 0.5),
    p95_duration_ms: quantile(durations, 0.95),
    p99_duration_ms: quantile(durations, 0.99),
    p95_first_token_ms: quantile(firstTokens, 0.95),
  };
}

function startOf(bucket: Bucket, at: number): number {
  return bucket.kind === 'fixed'
    ? at - (at % bucket.lengthMs)
    : (bucket.starts.findLast((start) => start <= at) ?? Number.NaN);
}

function grouped(rows: readonly RequestRow[], { groupBy, bucket }: Pick<UsageQuery, 'groupBy' | 'bucket'>) {
  const byKey = new Map<string, RequestRow[]>();
  for (const row of rows) {
    const start = bucket === undefined ? undefined : startOf(bucket, row.time);
    const key = JSON.stringify([start, ...groupBy.map((name) => valueOf(row, name) || null)]);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return byKey;
}

/** Also asks in which order the groups come, and which the limit keeps. */
async function agrees(store: Store, all: readonly RequestRow[], query: UsageQuery): Promise<void> {
  const rows = all.filter(
    (row) =>
      row.time >= query.from &&
      row.time < query.to &&
      Object.entries(query.filters).every(([name, values]) => values?.includes(valueOf(row, name as UsageGrouping)))
  );
  const { groups, totals, groupCount } = await queryUsage(store, query);
  const measures = (of: readonly RequestRow[]) => {
    const naive = naiveMeasures(of);
    return Object.fromEntries(Object.keys(totals).map((name) => [name, naive[name]]));
  };
  expect(totals).toEqual(measures(rows));

  const keyOf = (group: UsageGroup) => JSON.stringify([group.time, ...query.groupBy.map((name) => group[name])]);
  const expected = query.groupBy.length === 0 && query.bucket === undefined ? new Map() : grouped(rows, query);
  for (const group of groups) {
    const { time: _time, ...rest } = group;
    const values = Object.fromEntries(query.groupBy.map((name) => [name, group[name]]));
    expect(rest).toEqual({ ...values, ...measures(expected.get(keyOf(group)) ?? []) });
  }
  expect(new Set(groups.map(keyOf)).size).toBe(groups.length);
  for (const [at, group] of groups.entries()) {
    const next = groups[at + 1];
    const sameTime = next !== undefined && next.time === group.time;
    expect(next === undefined || (sameTime ? next.cost_usd <= group.cost_usd : next.time! > group.time!)).toBe(true);
  }

  if (query.limit === undefined || query.groupBy.length === 0) {
    expect(groups).toHaveLength(expected.size);
    expect(groupCount).toBeUndefined();
    return;
  }
  const whole = [...grouped(rows, { groupBy: query.groupBy, bucket: undefined }).values()];
  const costs = whole.map((of) => sum(of, (row) => row.cost_nano_usd ?? 0)).sort((a, b) => b - a);
  expect(groupCount).toBe(whole.length);
  expect(groups.reduce((total, group) => total + group.cost_nano_usd, 0)).toBe(
    costs.slice(0, query.limit).reduce((a, b) => a + b, 0)
  );
}

async function anyQueryAgrees(store: Store, numRuns: number): Promise<void> {
  const rows = makeRows(1_500);
  await insertRequests(store, rows);
  await fc.assert(
    fc.asyncProperty(someQuery, (query) => agrees(store, rows, query)),
    { numRuns }
  );
  await store.close();
}

test('SQLite: any query answers what adding up its requests one by one does', async () => {
  await anyQueryAgrees(await openStore({ file: ':memory:', threads: false }), 250);
});

withPostgres('PostgreSQL: any query answers what adding up its requests one by one does', async () => {
  const postgres = await TestPostgres.start();
  try {
    await anyQueryAgrees(await openStore({ databaseUrl: await postgres.createDatabase(), file: '' }), 120);
  } finally {
    await postgres.remove();
  }
});
