import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { usageEvent } from '../../../tests/support/usageEvent.js';
import { toRow } from '../usage/row.js';
import { openSqlite } from './sqlite.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-sqlite-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('what was written is there after opening it again, in every column', async () => {
  const file = join(directory, 'new', 'ledger.sqlite');
  const row = toRow(usageEvent({ user: 'ada', tags: { a: 'b' }, firstTokenMs: 1.5, attempts: [] }));
  const first = await openSqlite(file);
  first.insert([row]);
  await first.close();

  const second = await openSqlite(file);
  expect(await second.db.selectFrom('requests').selectAll().execute()).toEqual([row]);
  await second.close();
});

test('a row that is there already is left alone', async () => {
  const store = await openSqlite(':memory:');
  const row = toRow(usageEvent());
  store.insert([row]);
  store.insert([{ ...row, code: 500 }, toRow(usageEvent())]);
  const rows = await store.db.selectFrom('requests').select(['id', 'code']).execute();
  expect(rows).toHaveLength(2);
  expect(rows.find(({ id }) => id === row.id)?.code).toBe(200);
  await store.close();
});

test('a batch is written whole or not at all', async () => {
  const store = await openSqlite(':memory:');
  const broken = { ...toRow(usageEvent()), key: null as unknown as string };
  expect(() => store.insert([toRow(usageEvent()), broken])).toThrow(/NOT NULL/);
  expect(await store.db.selectFrom('requests').select('id').execute()).toEqual([]);
  await store.close();
});
