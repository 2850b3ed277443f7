import { failedEvent } from '../../../tests/support/usageEvent.js';
import { TestPostgres, query, withPostgres } from '../../../tests/support/postgres.js';
import { openStore } from '../store/openStore.js';
import type { Store } from '../store/store.js';
import { writeBatch } from './ledgerBatch.js';
import { removeExpired } from './retention.js';
import { toLine } from './row.js';

jest.setTimeout(30_000);

const DAY = 86_400_000;
/** Long ago, so that the months of today are not among those of the tests. */
const NOW = Date.UTC(2021, 5, 20, 12, 30);
const KEEP_ALL = { requests: 0, contents: 0, rollups: 0 };

let postgres: TestPostgres | undefined;
afterAll(() => postgres?.remove());

/** One request with an attempt and a content so many days ago, each with its sums. */
async function requestsOf(store: Store, days: readonly number[]): Promise<void> {
  const lines = days.map((day) =>
    toLine(failedEvent({ time: NOW - day * DAY, content: { request: 'q', response: undefined } }))
  );
  expect((await writeBatch(store, lines)).refused).toEqual([]);
}

async function ages(store: Store, table: 'requests' | 'attempts' | 'contents'): Promise<number[]> {
  const rows = await store.db.selectFrom(table).select('time').orderBy('time', 'desc').execute();
  return rows.map(({ time }) => (NOW - time) / DAY);
}

async function hours(store: Store, table: 'usage_hourly' | 'usage_hourly_users'): Promise<number[]> {
  const rows = await store.db.selectFrom(table).select('hour').orderBy('hour', 'desc').execute();
  return rows.map(({ hour }) => Math.floor((NOW - hour) / DAY));
}

async function keepsWhatItIsToldTo(store: Store): Promise<void> {
  await requestsOf(store, [0, 29, 31, 100, 400]);
  await removeExpired(store, KEEP_ALL, NOW);
  expect(await ages(store, 'requests')).toHaveLength(5);

  await removeExpired(store, { requests: 365, contents: 30, rollups: 0 }, NOW);
  expect(await ages(store, 'contents')).toEqual([0, 29]);
  expect(await ages(store, 'requests')).toEqual([0, 29, 31, 100]);
  expect(await ages(store, 'attempts')).toEqual([0, 29, 31, 100]);
  expect(await hours(store, 'usage_hourly')).toHaveLength(5);

  // Contents go with their requests, be they to be kept longer.
  await removeExpired(store, { requests: 10, contents: 30, rollups: 200 }, NOW);
  expect(await ages(store, 'contents')).toEqual([0]);
  expect(await ages(store, 'requests')).toEqual([0]);
  expect(await hours(store, 'usage_hourly')).toEqual([0, 29, 31, 100]);
  expect(await hours(store, 'usage_hourly_users')).toEqual([0, 29, 31, 100]);
  await store.close();
}

test('SQLite: requests, contents and sums are kept as long as each is to be', async () => {
  await keepsWhatItIsToldTo(await openStore({ file: ':memory:', threads: false }));
});

withPostgres('PostgreSQL: requests, contents and sums are kept as long as each is to be', async () => {
  postgres ??= await TestPostgres.start();
  await keepsWhatItIsToldTo(await openStore({ databaseUrl: await postgres.createDatabase(), file: '' }));
});

withPostgres('PostgreSQL: months that have passed are dropped whole, those to come are made', async () => {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const store = await openStore({ databaseUrl, file: '' });
  await removeExpired(store, KEEP_ALL, NOW);
  const months = async () => {
    const rows = await query(
      databaseUrl,
      `select relname from pg_class where relname ~ '^requests_\\d{4}_\\d{2}$' and relname < 'requests_2022' order by 1`
    );
    return rows.map(({ relname }) => String(relname).slice('requests_'.length));
  };
  expect(await months()).toEqual(['2021_06', '2021_07', '2021_08']);
  await requestsOf(store, [0]);

  const september = NOW + 80 * DAY;
  const removed = await removeExpired(store, { requests: 40, contents: 30, rollups: 0 }, september);
  expect(removed).toEqual({ rows: 0, months: 4 });
  expect(await months()).toEqual(['2021_07', '2021_08', '2021_09', '2021_10', '2021_11']);
  expect(await ages(store, 'requests')).toEqual([]);
  await store.close();
});

withPostgres('PostgreSQL: rows of a month that was not made in time move to it once it is', async () => {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const store = await openStore({ databaseUrl, file: '' });
  const count = (table: string) => query(databaseUrl, `select count(*)::int as n from ${table}`);
  await requestsOf(store, [0, 0, 60]);
  expect(await count('requests_default')).toEqual([{ n: 3 }]);
  await removeExpired(store, KEEP_ALL, NOW);
  expect(await count('requests_default')).toEqual([{ n: 1 }]);
  expect(await count('requests_2021_06')).toEqual([{ n: 2 }]);
  expect(await ages(store, 'requests')).toEqual([0, 0, 60]);
  await store.close();
});

test('events and webhook calls that ended are forgotten in time, those still to be made are not', async () => {
  const store = await openStore({ file: ':memory:', threads: false });
  const { db } = store;
  const [old, recent] = [NOW - 91 * DAY, NOW - 89 * DAY];
  for (const [id, time] of [
    ['old', old],
    ['recent', recent],
  ] as const) {
    await db.insertInto('events').values({ id, time, type: 't', document: '{}' }).execute();
    for (const state of ['pending', 'delivered', 'failed']) {
      const values = { id: `${id} ${state}`, created_at: time, webhook: 'w', type: 't', body: '{}', attempts: 1 };
      await db
        .insertInto('webhook_deliveries')
        .values({ ...values, next_at: time, state, last_error: null })
        .execute();
    }
  }
  await removeExpired(store, KEEP_ALL, NOW);
  expect(await db.selectFrom('events').select('id').execute()).toEqual([{ id: 'recent' }]);
  const deliveries = await db.selectFrom('webhook_deliveries').select('id').orderBy('id').execute();
  expect(deliveries.map(({ id }) => id)).toEqual([
    'old pending',
    'recent delivered',
    'recent failed',
    'recent pending',
  ]);
  await store.close();
});
