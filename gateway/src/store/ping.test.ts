import { TestPostgres, withPostgres } from '../../../tests/support/postgres.js';
import { openStore } from './openStore.js';
import { pingStore } from './ping.js';

test('a store that answers', async () => {
  const store = await openStore({ file: ':memory:', threads: false });
  expect(await pingStore(store)).toEqual({ up: true, latencyMs: expect.any(Number), reason: undefined });
  await store.close();
});

withPostgres('a PostgreSQL that was stopped', async () => {
  const postgres = await TestPostgres.start();
  const store = await openStore({ databaseUrl: await postgres.createDatabase(), file: '' });
  await postgres.stop();
  expect(await pingStore(store)).toMatchObject({ up: false, reason: expect.stringMatching(/ECONNREFUSED|57P01/) });
  await store.close();
  await postgres.remove();
});

test('a store that does not answer in time', async () => {
  const store = await openStore({ file: ':memory:', threads: false });
  // A transaction has SQLite's connection to itself.
  let end: () => void = () => undefined;
  const holding = store.db.transaction().execute(() => new Promise<void>((resolve) => (end = resolve)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await pingStore(store, 50)).toEqual({ up: false, latencyMs: undefined, reason: 'no answer within 50 ms' });
  end();
  await holding;
  await store.close();
});
