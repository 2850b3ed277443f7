import { USAGE_MEASURES } from '@llm-gateway/catalogue';

import { insertRequests, requestRow, withTags } from '../../../tests/support/ledgerRows.js';
import { integer, seededRandom } from '../../../tests/support/random.js';
import { openStore } from '../store/openStore.js';
import type { RequestRow } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { type UsageQuery, queryUsage } from './queryUsage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 2, 12);

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
});
afterEach(() => store.close());

const insert = (...rows: ReadonlyArray<Partial<RequestRow>>) => insertRequests(store, rows.map(requestRow));

const STANDARD = [
  'requests',
  'errors',
  'aborted',
  'input_tokens',
  'cached_input_tokens',
  'cache_write_tokens',
  'output_tokens',
  'reasoning_tokens',
  'total_tokens',
  'cost_usd',
  'saved_usd',
  'unpriced_requests',
  'avg_duration_ms',
  'avg_first_token_ms',
] as const;

function query(overrides: Partial<UsageQuery> = {}) {
  return queryUsage(store, {
    from: START - 24 * HOUR,
    to: START + 24 * HOUR,
    groupBy: [],
    bucket: undefined,
    filters: {},
    measures: STANDARD,
    orderBy: 'cost_usd',
    limit: undefined,
    ...overrides,
  });
}

const NOTHING = {
  requests: 0,
  errors: 0,
  aborted: 0,
  input_tokens: 0,
  cached_input_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: 0,
  reasoning_tokens: 0,
  total_tokens: 0,
  cost_usd: 0,
  cost_nano_usd: 0,
  saved_usd: 0,
  saved_nano_usd: 0,
  unpriced_requests: 0,
  avg_duration_ms: null,
  avg_first_token_ms: null,
};
const hourly = { kind: 'fixed', lengthMs: HOUR } as const;

test('an empty ledger answers with zeros, and with null for what is no sum', async () => {
  expect(await query()).toEqual({ groups: [], totals: NOTHING });
  expect(await query({ groupBy: ['model'], bucket: hourly })).toEqual({ groups: [], totals: NOTHING });
  expect(await query({ groupBy: ['model'], limit: 3 })).toEqual({ groups: [], totals: NOTHING, groupCount: 0 });
  const quantiles = await query({ measures: ['p95_duration_ms'], groupBy: ['model'] });
  expect(quantiles).toEqual({ groups: [], totals: { p95_duration_ms: null } });
});

test('adds up what happened', async () => {
  const failed = { status: 'error', code: 500, error_type: 'upstream_error', cost_nano_usd: null };
  await insert(
    { input_tokens: 10, cached_input_tokens: 4, output_tokens: 5, reasoning_tokens: 2, first_token_ms: 80 },
    { cost_nano_usd: null, unpriced: 1, cache_write_5m_tokens: 3, cache_write_1h_tokens: 4 },
    { status: 'aborted', code: 499, first_token_ms: 20, audio_input_tokens: 7, audio_output_tokens: 8 },
    { ...failed, input_tokens: 0, output_tokens: 0, duration_ms: 2 },
    { cache: 'hit', cost_nano_usd: 0, saved_nano_usd: 5, input_tokens: 0, output_tokens: 0, duration_ms: 3.25 }
  );
  const expected = {
    requests: 5,
    errors: 1,
    aborted: 1,
    input_tokens: 210,
    cached_input_tokens: 4,
    cache_write_tokens: 7,
    output_tokens: 105,
    reasoning_tokens: 2,
    total_tokens: 315,
    cost_usd: 0.0015,
    cost_nano_usd: 1_500_000,
    saved_usd: 5e-9,
    saved_nano_usd: 5,
    unpriced_requests: 1,
    avg_duration_ms: 721.05,
    avg_first_token_ms: 50,
  };
  expect((await query()).totals).toEqual(expected);
  const measures = [...STANDARD, 'audio_input_tokens', 'audio_output_tokens'] as const;
  expect((await query({ measures })).totals).toEqual({ ...expected, audio_input_tokens: 7, audio_output_tokens: 8 });
});

test('answers the measures that are asked for and no others', async () => {
  await insert({});
  for (const { name } of USAGE_MEASURES) {
    const { groups, totals } = await query({ measures: [name], groupBy: ['model'] });
    const exact = name === 'cost_usd' || name === 'saved_usd' ? [name.replace('usd', 'nano_usd')] : [];
    expect(Object.keys(totals)).toEqual([name, ...exact]);
    expect(groups).toEqual([{ model: 'gpt-4o', ...totals }]);
  }
});

test('from is included, to is not', async () => {
  await insert({ time: START - 1 }, { time: START }, { time: START + HOUR });
  expect((await query({ from: START, to: START + HOUR })).totals.requests).toBe(1);
  expect((await query({ from: START - 1, to: START + HOUR + 1 })).totals.requests).toBe(3);
});

test('groups come by the measure asked for, then by requests, the largest first', async () => {
  const free = { cost_nano_usd: null };
  await insert(
    { model: 'cheap', cost_nano_usd: 10, duration_ms: 9_000 },
    { model: 'dear', cost_nano_usd: 1_000 },
    { model: 'rare', ...free },
    { model: 'often', ...free },
    { model: 'often', ...free }
  );
  const models = async (overrides: Partial<UsageQuery>) =>
    (await query({ groupBy: ['model'], ...overrides })).groups.map(({ model }) => model);
  expect(await models({})).toEqual(['dear', 'cheap', 'often', 'rare']);
  expect(await models({ orderBy: 'requests' })).toEqual(['often', 'cheap', 'dear', 'rare']);
  expect((await models({ orderBy: 'avg_duration_ms' }))[0]).toBe('cheap');
  expect((await models({ orderBy: 'p50_duration_ms' }))[0]).toBe('cheap');
});

test('every dimension can be grouped by and filtered on', async () => {
  await insert(
    { team: 'a', user: 'ada', streaming: 1, cost_nano_usd: 2, ...withTags({ feature: 'chat', environment: 'prod' }) },
    {
      team: 'b',
      user: 'bob',
      key: 'other',
      model: 'small',
      provider: 'local',
      deployment: 'local/s',
      served_model: null,
      status: 'error',
      error_type: 'upstream_error',
      cache: 'miss',
      cost_nano_usd: 1,
      ...withTags({ project: 'x', 'a "quoted" \\ näme': 'with "quotes"' }),
    }
  );
  const dimensions = [
    ['model', 'gpt-4o', 'small'],
    ['provider', 'openai', 'local'],
    ['key', 'ci', 'other'],
    ['team', 'a', 'b'],
    ['user', 'ada', 'bob'],
    ['feature', 'chat', null],
    ['environment', 'prod', null],
    ['status', 'success', 'error'],
    ['error_type', null, 'upstream_error'],
    ['streaming', 'true', 'false'],
    ['cache', 'bypass', 'miss'],
    ['served_model', 'gpt-4o-2024-11-20', null],
    ['deployment', 'openai/gpt-4o-2024-11-20', 'local/s'],
    ['tag:feature', 'chat', null],
    ['tag:project', null, 'x'],
    ['tag:a "quoted" \\ näme', null, 'with "quotes"'],
  ] as const;
  for (const [name, first, second] of dimensions) {
    const { groups } = await query({ groupBy: [name] });
    expect(groups.map((group) => group[name])).toEqual([first, second]);
    for (const value of [first, second]) {
      const filtered = await query({ groupBy: [name], filters: { [name]: [value ?? ''] } });
      expect(filtered.groups).toMatchObject([{ [name]: value, requests: 1 }]);
      expect(filtered.totals.requests).toBe(1);
      // On the hour and not: from sums by hour and from single requests.
      const ragged = await query({ from: START - 1, filters: { [name]: [value ?? ''] } });
      expect(ragged.totals.requests).toBe(1);
    }
    expect((await query({ filters: { [name]: [first ?? '', second ?? ''] } })).totals.requests).toBe(2);
  }
});

test('of a long feature the beginning tells, from sums by hour and from single requests alike', async () => {
  const feature = 'é'.repeat(300);
  await insert(withTags({ feature }), { time: START + HOUR - 1, ...withTags({ feature }) });
  for (const to of [START + HOUR, START + HOUR - 1, START + 1]) {
    const { groups } = await query({ to, groupBy: ['feature'], filters: { feature: [feature] } });
    expect(groups).toMatchObject([{ feature: 'é'.repeat(128), requests: to === START + HOUR ? 2 : 1 }]);
  }
});

test('several values of a filter are alternatives, several filters all hold', async () => {
  await insert({ model: 'a', key: 'x' }, { model: 'b', key: 'x' }, { model: 'b', key: 'y' }, { model: 'c', key: 'x' });
  expect((await query({ filters: { model: ['a', 'b'] } })).totals.requests).toBe(3);
  expect((await query({ filters: { model: ['a', 'b'], key: ['x'] } })).totals.requests).toBe(2);
  expect((await query({ filters: { model: ['none'] } })).totals).toEqual(NOTHING);
});

test('a value with quotes in it is a value', async () => {
  const model = `a'; drop table requests; --"`;
  await insert({ model });
  expect((await query({ groupBy: ['model'], filters: { model: [model] } })).groups).toMatchObject([{ model }]);
});

test('buckets start at whole multiples of their length', async () => {
  await insert({ time: START }, { time: START + HOUR - 1 }, { time: START + HOUR }, { time: START + 3 * HOUR + 7 });
  const { groups } = await query({ bucket: hourly });
  expect(groups.map(({ time, requests }) => [time, requests])).toEqual([
    [START, 2],
    [START + HOUR, 1],
    [START + 3 * HOUR, 1],
  ]);
  for (const { time } of (await query({ bucket: { kind: 'fixed', lengthMs: 7 * MINUTE } })).groups) {
    expect((time ?? NaN) % (7 * MINUTE)).toBe(0);
  }
});

test('buckets of a calendar begin where it says, on the hour or not', async () => {
  const halfPast = START + HOUR / 2;
  await insert({ time: START }, { time: halfPast - 1 }, { time: halfPast }, { time: START + 2 * HOUR });
  const { groups } = await query({ bucket: { kind: 'calendar', starts: [0, halfPast, START + 5 * HOUR] } });
  expect(groups.map(({ time, requests }) => [time, requests])).toEqual([
    [0, 2],
    [halfPast, 2],
  ]);
});

test('buckets and groups together come by time first', async () => {
  await insert(
    { model: 'a', time: START + HOUR },
    { model: 'b', time: START },
    { model: 'a', time: START },
    { model: 'a', time: START }
  );
  const { groups } = await query({ groupBy: ['model'], bucket: hourly });
  expect(groups.map(({ time, model, requests }) => [time, model, requests])).toEqual([
    [START, 'a', 2],
    [START, 'b', 1],
    [START + HOUR, 'a', 1],
  ]);
});

test('a limit keeps the largest groups over the whole range, and totals tell of the rest', async () => {
  await insert(
    { team: 'a', model: 'm', cost_nano_usd: 50 },
    { team: 'a', model: 'm', cost_nano_usd: 60, time: START + HOUR, duration_ms: 5_000 },
    { team: 'b', model: 'm', cost_nano_usd: 100 },
    { team: null, model: 'm', cost_nano_usd: 10 }
  );
  const top = await query({ groupBy: ['team', 'model'], limit: 2 });
  expect(top.groups).toMatchObject([
    { team: 'a', cost_nano_usd: 110 },
    { team: 'b', cost_nano_usd: 100 },
  ]);
  expect(top).toMatchObject({ groupCount: 3, totals: { requests: 4, cost_nano_usd: 220 } });

  const buckets = await query({ groupBy: ['team', 'model'], bucket: hourly, limit: 1 });
  expect(buckets.groups).toMatchObject([
    { time: START, team: 'a', cost_nano_usd: 50 },
    { time: START + HOUR, team: 'a', cost_nano_usd: 60 },
  ]);
  const unknown = await query({ groupBy: ['team'], limit: 5, filters: { team: [''] } });
  expect(unknown.groups).toMatchObject([{ team: null, requests: 1 }]);
  const byQuantile = await query({ groupBy: ['team'], limit: 1, orderBy: 'p99_duration_ms', measures: ['requests'] });
  expect(byQuantile).toMatchObject({ groups: [{ requests: 2 }], groupCount: 3, totals: { requests: 4 } });
});

test('quantiles lie between the values around them', async () => {
  await insert(...[40, 10, 30, 20].map((duration_ms) => ({ duration_ms, team: 'a' })), {
    duration_ms: 7,
    team: 'b',
    first_token_ms: 3,
  });
  const measures = ['p50_duration_ms', 'p95_duration_ms', 'p99_duration_ms', 'p95_first_token_ms'] as const;
  const { groups, totals } = await query({ groupBy: ['team'], measures });
  expect(groups).toEqual([
    { team: 'a', p50_duration_ms: 25, p95_duration_ms: 38.5, p99_duration_ms: 39.7, p95_first_token_ms: null },
    { team: 'b', p50_duration_ms: 7, p95_duration_ms: 7, p99_duration_ms: 7, p95_first_token_ms: 3 },
  ]);
  expect(totals).toEqual({
    p50_duration_ms: 20,
    p95_duration_ms: 38,
    p99_duration_ms: 39.6,
    p95_first_token_ms: 3,
  });
});

test('totals are the sum of the groups, to the nano-dollar, however they are grouped', async () => {
  const random = seededRandom(8);
  let nanoUsd = 0n;
  await insert(
    ...Array.from({ length: 2_000 }, (_, index) => {
      const cost = integer(random, 0, 3_000_000_000) + 1;
      nanoUsd += BigInt(cost);
      return {
        time: START + integer(random, 0, 5 * HOUR),
        model: `m${index % 7}`,
        key: `k${index % 3}`,
        team: index % 5 === 0 ? null : `t${index % 5}`,
        input_tokens: integer(random, 0, 9_999),
        output_tokens: integer(random, 0, 9_999),
        cost_nano_usd: cost,
      };
    })
  );
  const groupings: ReadonlyArray<Partial<UsageQuery>> = [
    { groupBy: ['model', 'team'] },
    { groupBy: ['key'], bucket: { kind: 'fixed', lengthMs: 5 * MINUTE } },
    { bucket: hourly },
    { groupBy: ['deployment'] },
  ];
  for (const grouping of groupings) {
    const { groups, totals } = await query(grouping);
    expect(totals.requests).toBe(2_000);
    expect(BigInt(totals.cost_nano_usd)).toBe(nanoUsd);
    const sum = (measure: 'requests' | 'input_tokens' | 'output_tokens') =>
      groups.reduce((total, group) => total + group[measure], 0);
    expect(sum('requests')).toBe(totals.requests);
    expect(sum('input_tokens')).toBe(totals.input_tokens);
    expect(sum('output_tokens')).toBe(totals.output_tokens);
    expect(groups.reduce((total, group) => total + BigInt(group.cost_nano_usd), 0n)).toBe(nanoUsd);
  }
});
