import { sql } from 'kysely';

import { openStore } from './openStore.js';
import { operationOf } from './queryLog.js';

test.each([
  ['select 1', 'select'],
  ['  SELECT 1', 'select'],
  ['with x as (select 1) select * from x', 'select'],
  ['insert into x values (1)', 'insert'],
  ['update x set y = 1', 'update'],
  ['delete from x', 'delete'],
  ['begin immediate', 'other'],
  ['selected', 'other'],
])('%s is %s', (text, operation) => {
  expect(operationOf(text)).toBe(operation);
});

test('each query is timed, those that fail too', async () => {
  const onQuery = jest.fn();
  const store = await openStore({ file: ':memory:', threads: false, onQuery });
  onQuery.mockClear();
  await store.db.selectFrom('requests').selectAll().execute();
  await expect(sql`delete from nowhere`.execute(store.db)).rejects.toMatchObject({
    message: expect.stringContaining('nowhere'),
  });
  await store.close();
  expect(onQuery.mock.calls).toEqual([
    ['select', expect.any(Number)],
    ['delete', expect.any(Number)],
  ]);
  expect(onQuery.mock.calls.every(([, duration]) => duration >= 0)).toBe(true);
});

test('a transaction has the connection of SQLite; who comes meanwhile waits', async () => {
  const store = await openStore({ file: ':memory:', threads: false });
  expect(store.connections()).toEqual({ active: 0, idle: 1, waiting: 0, max: 1 });
  let waiting: Promise<unknown> = Promise.resolve();
  await store.db.transaction().execute(async () => {
    waiting = store.db.selectFrom('requests').selectAll().execute();
    await new Promise(setImmediate);
    expect(store.connections()).toEqual({ active: 1, idle: 0, waiting: 1, max: 1 });
  });
  await waiting;
  expect(store.connections()).toEqual({ active: 0, idle: 1, waiting: 0, max: 1 });
  await store.close();
});
