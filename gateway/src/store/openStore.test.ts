import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';

import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import { migrate } from './migrate.js';
import { openStore } from './openStore.js';
import type { Store } from './store.js';

jest.setTimeout(30_000);

let directory: string;
let postgres: TestPostgres | undefined;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-store-'));
});
afterAll(async () => {
  await postgres?.remove();
  rmSync(directory, { recursive: true, force: true });
});

let count = 0;
const openSqlite = (): Promise<Store> =>
  openStore({ file: join(directory, `${++count}`, 'ledger.sqlite'), threads: false });
const openPostgres = async (): Promise<Store> => {
  postgres ??= await TestPostgres.start();
  return openStore({ databaseUrl: await postgres.createDatabase(), file: '' });
};

/** Of the first layout: what a gateway of version 0.1 left. */
async function insertFirst({ db }: Store, row: Readonly<Record<string, unknown>>): Promise<void> {
  const values = { ...FIRST, ...row };
  await db
    .insertInto('requests')
    .values(values as never)
    .execute();
}

const FIRST = {
  id: 'req_a',
  time: Date.UTC(2026, 0, 31, 23, 59),
  key: 'ci',
  team: 'core',
  user: 'ada',
  tags: '{"feature":"chat","environment":"prod","x":"y"}',
  model: 'gpt-4o',
  provider: 'openai',
  deployment: 'openai/gpt-4o',
  streaming: 1,
  status: 'success',
  code: 200,
  error_type: null,
  input_tokens: 100,
  cached_input_tokens: 10,
  output_tokens: 50,
  reasoning_tokens: 5,
  usage_source: 'provider',
  cost_nano_usd: 750_000,
  price_source: 'config',
  unpriced: 0,
  duration_ms: 1200.5,
  first_token_ms: 80.25,
  overhead_ms: 0.5,
  attempts: null,
};
const CALL = { provider: 'a', deployment: 'a/m', model: 'm', status: 503, outcome: 'upstream_error', durationMs: 3.5 };
const FAILED = {
  id: 'req_b',
  team: null,
  user: null,
  tags: null,
  status: 'error',
  code: 503,
  error_type: 'upstream_error',
  cost_nano_usd: null,
  first_token_ms: null,
  attempts: JSON.stringify([CALL, { ...CALL, status: null, outcome: 'timeout' }]),
};

async function keepsOldRows(open: () => Promise<Store>): Promise<void> {
  const store = await open();
  const { db, dialect } = store;
  await migrate(db, dialect, '0001_requests');
  await insertFirst(store, {});
  await insertFirst(store, FAILED);
  const before = await sql`select * from requests order by id`.execute(db);

  await migrate(db, dialect);
  const rows = await db.selectFrom('requests').selectAll().orderBy('id').execute();
  expect(rows[0]).toMatchObject({ ...FIRST, feature: 'chat', environment: 'prod', cache: 'bypass', attempts: 1 });
  expect(rows[1]).toMatchObject({ ...FIRST, ...FAILED, feature: null, cache_write_5m_tokens: 0, attempts: 2 });
  expect(await db.selectFrom('attempts').selectAll().orderBy('number').execute()).toEqual([
    { ...attemptRow(1), status: 503, outcome: 'upstream_error' },
    { ...attemptRow(2), status: null, outcome: 'timeout' },
  ]);
  const hourly = await db.selectFrom('usage_hourly').selectAll().orderBy('status').execute();
  expect(hourly).toHaveLength(2);
  expect(hourly[1]).toMatchObject({
    hour: Date.UTC(2026, 0, 31, 23),
    feature: 'chat',
    error_type: '',
    requests: 1,
    cost_nano_usd: 750_000,
    first_tokens: 1,
    first_token_ms: 80.25,
  });
  expect(hourly[0]).toMatchObject({ team: '', requests: 1, errors: 1, cost_nano_usd: 0, first_tokens: 0 });
  expect(await db.selectFrom('usage_hourly_users').select(['user', 'requests']).orderBy('user').execute()).toEqual([
    { user: '', requests: 1 },
    { user: 'ada', requests: 1 },
  ]);

  await migrate(db, dialect, '0001_requests');
  expect(normalized((await sql`select * from requests order by id`.execute(db)).rows)).toEqual(normalized(before.rows));
  await migrate(db, dialect, 'none');
  await migrate(db, dialect);
  expect(await db.selectFrom('requests').selectAll().execute()).toEqual([]);
  await store.close();
}

const attemptRow = (number: number) => ({
  request_id: 'req_b',
  time: FIRST.time,
  number,
  provider: 'a',
  deployment: 'a/m',
  model: 'm',
  duration_ms: 3.5,
  start_ms: null,
  provider_request_id: null,
});

/** Spaces in JSON do not matter. */
const normalized = (rows: readonly unknown[]) =>
  (rows as Array<{ attempts: string | null }>).map((row) => ({ ...row, attempts: JSON.parse(row.attempts ?? 'null') }));

test('SQLite: rows of the first layout are kept, there and back', () => keepsOldRows(openSqlite));
withPostgres('PostgreSQL: rows of the first layout are kept, there and back', () => keepsOldRows(openPostgres));

/** Rows that were there before a column was, and the column's going again. */
async function addsStarts(open: () => Promise<Store>): Promise<void> {
  const { db, dialect, close } = await open();
  await migrate(db, dialect, '0004_usage_totals');
  const attempt = { ...attemptRow(1), status: 503, outcome: 'upstream_error' };
  const { start_ms: _start, provider_request_id: _id, ...before } = attempt;
  await db
    .insertInto('attempts')
    .values(before as never)
    .execute();
  await migrate(db, dialect);
  expect(await db.selectFrom('attempts').selectAll().execute()).toEqual([attempt]);
  const after = { ...attempt, number: 2, start_ms: 12.25, provider_request_id: 'r-1' };
  await db.insertInto('attempts').values(after).execute();
  expect(await db.selectFrom('attempts').selectAll().where('number', '=', 2).execute()).toEqual([after]);
  await migrate(db, dialect, '0004_usage_totals');
  const { rows } = await sql`select * from attempts where number = 1`.execute(db);
  expect(rows).toEqual([before]);
  await close();
}

test('SQLite: starts of attempts come and go', () => addsStarts(openSqlite));
withPostgres('PostgreSQL: starts of attempts come and go', () => addsStarts(openPostgres));

test('SQLite: a migration that fails leaves everything as it was', async () => {
  const store = await openSqlite();
  await migrate(store.db, 'sqlite', '0001_requests');
  await insertFirst(store, { tags: 'not json' });
  // Not toThrow: in jest, an error of SQLite may be of another realm's class.
  await expect(migrate(store.db, 'sqlite')).rejects.toMatchObject({ message: 'malformed JSON' });
  const { rows } = await sql`select tags from requests`.execute(store.db);
  expect(rows).toEqual([{ tags: 'not json' }]);
  await store.close();
});

test('SQLite: the file can be read by its owner only', async () => {
  const file = join(directory, 'private', 'ledger.sqlite');
  const store = await openStore({ file, threads: false });
  await store.db.insertInto('events').values({ id: 'a', time: 1, type: 't', document: '{}' }).execute();
  expect([file, `${file}-wal`].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
  expect(statSync(join(directory, 'private')).mode & 0o777).toBe(0o700);
  await store.close();
});

test('SQLite: transactions have the connection for themselves', async () => {
  const store = await openSqlite();
  const event = (id: string) => ({ id, time: 1, type: 't', document: '{}' });
  const failing = store.db.transaction().execute(async (transaction) => {
    await transaction.insertInto('events').values(event('a')).execute();
    throw new Error('changed my mind');
  });
  const other = store.db.insertInto('events').values(event('b')).execute();
  await expect(failing).rejects.toThrow('changed my mind');
  await other;
  expect(await store.db.selectFrom('events').select('id').execute()).toEqual([{ id: 'b' }]);
  await store.close();
});

withPostgres('PostgreSQL: three replicas may start at once on an empty database', async () => {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl, file: '' })));
  for (const { db } of stores) {
    expect(await db.selectFrom('requests').selectAll().execute()).toEqual([]);
  }
  await Promise.all(stores.map((store) => store.close()));
});

withPostgres('PostgreSQL: whole numbers are numbers, and so are their sums', async () => {
  const store = await openPostgres();
  const values = { id: 'a', time: 9_007_199_254_740_991, type: 't', document: '{}' };
  await store.db.insertInto('events').values(values).execute();
  const { time, sum } = await store.db
    .selectFrom('events')
    .select(['time', ({ fn }) => fn.sum<number>('time').as('sum')])
    .groupBy('time')
    .executeTakeFirstOrThrow();
  expect([time, sum]).toEqual([values.time, values.time]);
  await store.close();
});

withPostgres('PostgreSQL: one that is still starting is waited for, one that stays away is not', async () => {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  await postgres.stop();
  await expect(openStore({ databaseUrl, file: '', waitMs: 0 })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const opening = openStore({ databaseUrl, file: '' });
  await postgres.restart();
  const store = await opening;
  expect(await store.db.selectFrom('requests').selectAll().execute()).toEqual([]);
  await store.close();
});

withPostgres('PostgreSQL: a connection that breaks is replaced, and ends nothing', async () => {
  postgres ??= await TestPostgres.start();
  const store = await openStore({ databaseUrl: await postgres.createDatabase(), file: '' });
  const count = () => store.db.selectFrom('requests').selectAll().execute();
  await count();
  await postgres.stop();
  await expect(count()).rejects.toThrow();
  await postgres.restart();
  expect(await count()).toEqual([]);
  await store.close();
});
