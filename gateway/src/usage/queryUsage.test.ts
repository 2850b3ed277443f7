import { failedEvent, tokens, usageEvent } from '../../../tests/support/usageEvent.js';
import { integer, seededRandom } from '../../../tests/support/random.js';
import { type LedgerStore, openSqlite } from '../store/sqlite.js';
import type { UsageEvent } from './event.js';
import { type UsageQuery, queryUsage } from './queryUsage.js';
import { toRow } from './row.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 2, 12);

let store: LedgerStore;
beforeEach(async () => {
  store = await openSqlite(':memory:');
});
afterEach(() => store.close());

function insert(...events: UsageEvent[]): void {
  store.insert(events.map(toRow));
}

function query(overrides: Partial<UsageQuery> = {}) {
  return queryUsage(store.db, {
    from: START - 24 * HOUR,
    to: START + 24 * HOUR,
    groupBy: [],
    bucketMs: undefined,
    filters: {},
    ...overrides,
  });
}

const NOTHING = {
  requests: 0,
  errors: 0,
  aborted: 0,
  input_tokens: 0,
  cached_input_tokens: 0,
  output_tokens: 0,
  reasoning_tokens: 0,
  total_tokens: 0,
  cost_usd: 0,
  unpriced_requests: 0,
};

test('an empty ledger answers with zeros', async () => {
  expect(await query()).toEqual({ groups: [], totals: NOTHING });
  expect(await query({ groupBy: ['model'], bucketMs: HOUR })).toEqual({ groups: [], totals: NOTHING });
});

test('adds up what happened', async () => {
  insert(
    usageEvent({ tokens: tokens({ input: 10, cachedInput: 4, output: 5, reasoning: 2 }) }),
    usageEvent({ cost: undefined, unpriced: true }),
    usageEvent({ status: 'aborted', code: 499 }),
    failedEvent()
  );
  expect((await query()).totals).toEqual({
    requests: 4,
    errors: 1,
    aborted: 1,
    input_tokens: 210,
    cached_input_tokens: 4,
    output_tokens: 105,
    reasoning_tokens: 2,
    total_tokens: 315,
    cost_usd: 0.0015,
    unpriced_requests: 1,
  });
});

test('from is included, to is not', async () => {
  insert(usageEvent({ time: START - 1 }), usageEvent({ time: START }), usageEvent({ time: START + HOUR }));
  expect((await query({ from: START, to: START + HOUR })).totals.requests).toBe(1);
});

test('groups come by cost, then by requests, the largest first', async () => {
  const cost = (nanoUsd: number) => ({ cost: { nanoUsd, source: 'config' } });
  const free = { cost: undefined, tokens: undefined };
  insert(
    usageEvent({ model: 'cheap', ...cost(10) }),
    usageEvent({ model: 'dear', ...cost(1_000) }),
    usageEvent({ model: 'rare', ...free }),
    usageEvent({ model: 'often', ...free }),
    usageEvent({ model: 'often', ...free })
  );
  const { groups } = await query({ groupBy: ['model'] });
  expect(groups.map(({ model }) => model)).toEqual(['dear', 'cheap', 'often', 'rare']);
});

test('every dimension can be grouped by and filtered on', async () => {
  insert(
    usageEvent({ team: 'a', user: 'ada', streaming: true }),
    failedEvent({ team: 'b', user: 'bob', key: 'other', model: 'small', provider: 'local' })
  );
  const dimensions = [
    ['model', 'gpt-4o', 'small'],
    ['provider', 'openai', 'local'],
    ['key', 'ci', 'other'],
    ['team', 'a', 'b'],
    ['user', 'ada', 'bob'],
    ['status', 'success', 'error'],
    ['error_type', null, 'upstream_error'],
    ['streaming', 'true', 'false'],
  ] as const;
  for (const [name, first, second] of dimensions) {
    const { groups } = await query({ groupBy: [name] });
    expect(groups.map((group) => group[name])).toEqual([first, second]);
    const filtered = await query({ groupBy: [name], filters: { [name]: [second] } });
    expect(filtered.groups).toMatchObject([{ [name]: second, requests: 1 }]);
    expect(filtered.totals.requests).toBe(1);
  }
});

test('several values of a filter are alternatives, several filters all hold', async () => {
  insert(
    usageEvent({ model: 'a', key: 'x' }),
    usageEvent({ model: 'b', key: 'x' }),
    usageEvent({ model: 'b', key: 'y' }),
    usageEvent({ model: 'c', key: 'x' })
  );
  expect((await query({ filters: { model: ['a', 'b'] } })).totals.requests).toBe(3);
  expect((await query({ filters: { model: ['a', 'b'], key: ['x'] } })).totals.requests).toBe(2);
  expect((await query({ filters: { model: ['none'] } })).totals).toEqual(NOTHING);
});

test('a value with quotes in it is a value', async () => {
  const model = `a'; drop table requests; --"`;
  insert(usageEvent({ model }));
  expect((await query({ groupBy: ['model'], filters: { model: [model] } })).groups).toMatchObject([{ model }]);
});

test('buckets start at whole multiples of their length', async () => {
  insert(
    usageEvent({ time: START }),
    usageEvent({ time: START + HOUR - 1 }),
    usageEvent({ time: START + HOUR }),
    usageEvent({ time: START + 3 * HOUR + 7 })
  );
  const { groups } = await query({ bucketMs: HOUR });
  expect(groups.map(({ time, requests }) => [time, requests])).toEqual([
    [START, 2],
    [START + HOUR, 1],
    [START + 3 * HOUR, 1],
  ]);
  for (const { time } of (await query({ bucketMs: 7 * MINUTE })).groups) {
    expect((time ?? NaN) % (7 * MINUTE)).toBe(0);
  }
});

test('buckets and groups together come by time first', async () => {
  insert(
    usageEvent({ model: 'a', time: START + HOUR }),
    usageEvent({ model: 'b', time: START }),
    usageEvent({ model: 'a', time: START }),
    usageEvent({ model: 'a', time: START })
  );
  const { groups } = await query({ groupBy: ['model'], bucketMs: HOUR });
  expect(groups.map(({ time, model, requests }) => [time, model, requests])).toEqual([
    [START, 'a', 2],
    [START, 'b', 1],
    [START + HOUR, 'a', 1],
  ]);
});

test('totals are the sum of the groups, to the nano-dollar, however they are grouped', async () => {
  const random = seededRandom(8);
  let nanoUsd = 0n;
  const events = Array.from({ length: 2_000 }, (_, index) => {
    const cost = integer(random, 0, 30_000_000_000) + 1;
    nanoUsd += BigInt(cost);
    return usageEvent({
      time: START + integer(random, 0, 5 * HOUR),
      model: `m${index % 7}`,
      key: `k${index % 3}`,
      team: index % 5 === 0 ? undefined : `t${index % 5}`,
      tokens: tokens({ input: integer(random, 0, 9_999), output: integer(random, 0, 9_999) }),
      cost: { nanoUsd: cost, source: 'config' },
    });
  });
  insert(...events);
  for (const grouping of [
    { groupBy: ['model', 'team'] },
    { groupBy: ['key'], bucketMs: 5 * MINUTE },
    { bucketMs: HOUR },
  ]) {
    const { groups, totals } = await query(grouping as Partial<UsageQuery>);
    expect(totals.requests).toBe(2_000);
    expect(BigInt(Math.round(totals.cost_usd * 1e9))).toBe(nanoUsd);
    const sum = (measure: 'requests' | 'input_tokens' | 'output_tokens') =>
      groups.reduce((total, group) => total + group[measure], 0);
    expect(sum('requests')).toBe(totals.requests);
    expect(sum('input_tokens')).toBe(totals.input_tokens);
    expect(sum('output_tokens')).toBe(totals.output_tokens);
    expect(groups.reduce((total, group) => total + BigInt(Math.round(group.cost_usd * 1e9)), 0n)).toBe(nanoUsd);
  }
});
