import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';

import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import { failedEvent, tokens, usageEvent } from '../../../tests/support/usageEvent.js';
import { openStore } from '../store/openStore.js';
import type { RollupSums } from '../store/schema.js';
import type { Store } from '../store/store.js';
import type { UsageEvent } from './event.js';
import { writeBatch } from './ledgerBatch.js';
import { toLine } from './row.js';

jest.setTimeout(60_000);

let postgres: TestPostgres | undefined;
afterAll(() => postgres?.remove());

const openSqlite = () => openStore({ file: ':memory:', threads: false });
const openPostgres = async () => {
  postgres ??= await TestPostgres.start();
  return openStore({ databaseUrl: await postgres.createDatabase(), file: '' });
};

/** Runs a test on both stores. */
function onBoth(name: string, run: (store: Store) => Promise<void>): void {
  const closing = (open: () => Promise<Store>) => async () => {
    const store = await open();
    await run(store).finally(() => store.close());
  };
  test(`SQLite: ${name}`, closing(openSqlite));
  withPostgres(`PostgreSQL: ${name}`, closing(openPostgres));
}

const write = (store: Store, ...events: readonly UsageEvent[]) => writeBatch(store, events.map(toLine));
const ids = async ({ db }: Store) => {
  const rows = await db.selectFrom('requests').select('id').orderBy('time').orderBy('id').execute();
  return rows.map(({ id }) => id);
};

onBoth('what is written can be read', async (store) => {
  const content = { request: 'q', response: undefined };
  const [good, failed] = [usageEvent({ user: 'ada', tags: { feature: 'chat' } }), failedEvent({ content })];
  expect(await write(store, good, failed)).toEqual({ refused: [], stored: [750_000, 0], known: [] });
  const rows = await store.db.selectFrom('requests').selectAll().execute();
  expect(rows.find(({ id }) => id === good.id)).toMatchObject({
    time: good.time,
    user: 'ada',
    feature: 'chat',
    streaming: 0,
    cost_nano_usd: 750_000,
    duration_ms: 1200,
    overhead_ms: 0.5,
    attempts: 1,
  });
  expect(await store.db.selectFrom('attempts').selectAll().execute()).toEqual([
    {
      request_id: failed.id,
      time: failed.time,
      number: 1,
      provider: 'openai',
      deployment: 'openai/gpt-4o-2024-11-20',
      model: 'gpt-4o',
      status: 500,
      outcome: 'upstream_error',
      duration_ms: 3,
      start_ms: 0.5,
      provider_request_id: null,
    },
  ]);
  expect(await store.db.selectFrom('contents').selectAll().execute()).toEqual([
    { request_id: failed.id, time: failed.time, request: 'q', response: null },
  ]);
});

onBoth('an event written twice, in one batch or two, counts once', async (store) => {
  const [first, second] = [usageEvent(), failedEvent({ content: { request: 'q', response: 'a' } })];
  const stored = [750_000, 750_000, 0];
  expect(await write(store, first, first, second)).toEqual({ refused: [], stored, known: [1] });
  expect(await write(store, second, first)).toEqual({ refused: [], stored: [0, 750_000], known: [0, 1] });
  expect(await ids(store)).toEqual([first.id, second.id].sort());
  const sums = await store.db.selectFrom('usage_hourly').select(['status', 'requests']).orderBy('status').execute();
  expect(sums).toEqual([
    { status: 'error', requests: 1 },
    { status: 'success', requests: 1 },
  ]);
  expect(await store.db.selectFrom('attempts').selectAll().execute()).toHaveLength(1);
  expect(await store.db.selectFrom('contents').selectAll().execute()).toHaveLength(1);
});

onBoth('what can never be written is given back, and keeps nothing else from being written', async (store) => {
  const [before, after] = [usageEvent(), usageEvent()];
  const lines = [
    toLine(before),
    'damaged',
    toLine(usageEvent({ key: null as unknown as string })),
    toLine(usageEvent({ user: 'a\0b\ud83d', content: { request: '\0', response: '\ud83d' } })),
    toLine(after),
  ];
  const { refused, stored } = await writeBatch(store, lines);
  expect(stored.map((cost) => cost !== null)).toEqual(lines.map((line) => refused.every((each) => each.line !== line)));
  expect(refused.map(({ line }) => line)).toEqual([lines[1], lines[2]]);
  expect(refused[1]?.reason).toMatch(/not.null/i);
  const rows = await store.db.selectFrom('requests').select('user').execute();
  expect(rows.map(({ user }) => user).sort()).toEqual(['a\ufffdb\ufffd', null, null]);
});

onBoth('a batch fails whole when the store is not as it should be', async (store) => {
  await sql`alter table usage_hourly rename to away`.execute(store.db);
  await expect(write(store, usageEvent())).rejects.toMatchObject({ message: expect.stringContaining('usage_hourly') });
  await sql`alter table away rename to usage_hourly`.execute(store.db);
  expect(await ids(store)).toEqual([]);
});

onBoth('as many attempts as requests may have are written', async (store) => {
  const attempts = Array.from({ length: 10 }, () => failedEvent().attempts).flat();
  const events = Array.from({ length: 500 }, () => failedEvent({ attempts }));
  expect((await write(store, ...events)).refused).toEqual([]);
  const { count } = await store.db
    .selectFrom('attempts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(5_000);
});

onBoth('the longest and strangest names that clients may give have their sums', async (store) => {
  const long = '\u{1f600}'.repeat(256);
  const event = usageEvent({ user: long, tags: { feature: `x${long}`, environment: long } });
  expect((await write(store, event)).refused).toEqual([]);
  const hourly = await store.db.selectFrom('usage_hourly').select(['feature', 'environment']).executeTakeFirstOrThrow();
  expect(hourly.environment).toBe('\u{1f600}'.repeat(64));
  expect(hourly.feature).toBe(`x${'\u{1f600}'.repeat(63)}\ufffd`);
});

const from = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const anyCount = fc.integer({ min: 0, max: 1_000_000 });
const start = Date.UTC(2026, 10, 2, 12);

const anyEvent: fc.Arbitrary<UsageEvent> = fc
  .record({
    time: fc.integer({ min: start, max: start + 3 * 3_600_000 }),
    key: from('a', 'b'),
    team: from(undefined, 'core', 'web'),
    user: from(undefined, 'ada', 'bob'),
    tags: from<Record<string, string> | undefined>(undefined, {}, { feature: 'chat' }, { environment: 'prod', x: 'y' }),
    model: from('m', 'n'),
    provider: from(undefined, 'p', 'q'),
    streaming: fc.boolean(),
    cache: from('hit', 'miss', 'bypass'),
    status: from('success', 'error', 'aborted'),
    errorType: from(undefined, 'timeout', 'upstream_error'),
    tokens: fc.option(
      fc
        .record({
          input: anyCount,
          cachedInput: anyCount,
          cacheWrite5m: anyCount,
          output: anyCount,
          reasoning: anyCount,
        })
        .map(tokens),
      { nil: undefined }
    ),
    cost: fc.option(
      fc.integer({ min: 0, max: 10_000_000_000_000 }).map((nanoUsd) => ({ nanoUsd, source: 'config' })),
      { nil: undefined }
    ),
    savedNanoUsd: fc.option(anyCount, { nil: undefined }),
    unpriced: fc.boolean(),
    // Whole, so that their sums do not depend on the order.
    durationMs: anyCount,
    firstTokenMs: fc.option(anyCount, { nil: undefined }),
  } satisfies { [Field in keyof UsageEvent]?: fc.Arbitrary<UsageEvent[Field]> })
  .map((fields) => usageEvent({ ...fields, id: `req_${uuidv7({ msecs: fields.time })}` }));

/** Batches with every event at least once, some again, in any order. */
const anyBatches = fc
  .array(anyEvent, { minLength: 1, maxLength: 40 })
  .chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.array(fc.nat(events.length - 1), { maxLength: 20 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      fc.integer({ min: 1, max: 15 })
    )
  )
  .map(([events, again, order, size]) => {
    const all = [...events, ...again.flatMap((index) => events[index] ?? [])]
      .map((event) => [order.next().value, event] as const)
      .sort(([a], [b]) => a - b)
      .map(([, event]) => event);
    return {
      events,
      batches: Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size)),
    };
  });

const EXPECTED_SUMS: Record<keyof RollupSums, string> = {
  requests: 'count(*)',
  errors: `sum(case when status = 'error' then 1 else 0 end)`,
  aborted: `sum(case when status = 'aborted' then 1 else 0 end)`,
  input_tokens: 'sum(input_tokens)',
  cached_input_tokens: 'sum(cached_input_tokens)',
  cache_write_tokens: 'sum(cache_write_5m_tokens + cache_write_1h_tokens)',
  output_tokens: 'sum(output_tokens)',
  reasoning_tokens: 'sum(reasoning_tokens)',
  cost_nano_usd: 'coalesce(sum(cost_nano_usd), 0)',
  saved_nano_usd: 'sum(saved_nano_usd)',
  unpriced: 'sum(unpriced)',
  duration_ms: 'sum(duration_ms)',
  first_token_ms: 'coalesce(sum(first_token_ms), 0)',
  first_tokens: 'count(first_token_ms)',
};
const HOURLY = ['team', 'key', 'model', 'provider', 'feature', 'environment', 'status', 'error_type', 'cache'];

/** A rollup, and the same sums taken over the requests. */
async function sumsOf({ db }: Store, table: string, texts: readonly string[], flags: readonly string[]) {
  const names = ['hour', ...texts, ...flags];
  const places = names.map((_, index) => index + 1).join(', ');
  const dimensions = [
    'time - time % 3600000 as hour',
    ...texts.map((name) => `coalesce("${name}", '') as "${name}"`),
    ...flags,
  ].join(', ');
  const sums = Object.entries(EXPECTED_SUMS).map(([name, sum]) => `${sum} as ${name}`);
  const all = [...names, ...Object.keys(EXPECTED_SUMS)].map((name) => `"${name}"`);
  const rollup = await sql.raw(`select ${all.join(', ')} from ${table} order by ${places}`).execute(db);
  const requests = await sql
    .raw(`select ${dimensions}, ${sums.join(', ')} from requests group by ${places} order by ${places}`)
    .execute(db);
  return { rollup: rollup.rows, requests: requests.rows };
}

onBoth('hourly sums are those of the requests, whatever is written again, and in whatever order', async (store) => {
  await fc.assert(
    fc.asyncProperty(anyBatches, async ({ events, batches }) => {
      for (const table of ['requests', 'attempts', 'usage_hourly', 'usage_hourly_users'] as const) {
        await store.db.deleteFrom(table).execute();
      }
      for (const batch of batches) {
        await write(store, ...batch);
      }
      expect((await ids(store)).sort()).toEqual(events.map(({ id }) => id).sort());
      const hourly = await sumsOf(store, 'usage_hourly', HOURLY, ['streaming']);
      expect(hourly.rollup).toEqual(hourly.requests);
      const users = await sumsOf(store, 'usage_hourly_users', ['user', 'team', 'model'], []);
      expect(users.rollup).toEqual(users.requests);
    }),
    { numRuns: 60 }
  );
});

withPostgres('PostgreSQL: writers that write at once do not fail each other, and lose no sum', async () => {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl, file: '' })));
  const models = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(
    stores.map(async (store, replica) => {
      for (let batch = 0; batch < 20; batch++) {
        const order = replica % 2 === 0 ? models : [...models].reverse();
        await write(store, ...order.map((model) => usageEvent({ model, user: model })));
      }
    })
  );
  const [store] = stores;
  const sums = await store?.db.selectFrom('usage_hourly').select(['model', 'requests']).orderBy('model').execute();
  expect(sums).toEqual(models.map((model) => ({ model, requests: 60 })));
  await Promise.all(stores.map(({ close }) => close()));
});
