// Fills a SQLite ledger as fast as it goes: one transaction, no journal, sums by hour at the end.
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { rollupStatements } from './rollups.mjs';
import { COLUMNS, generate } from './rows.mjs';

const Database = createRequire(new URL('../../gateway/package.json', import.meta.url))('better-sqlite3');

/**
 * @param {string} directory
 * @param {any} product
 * @param {{ count: number, from: number, days: number }} data
 * @param {(done: number) => void} progress
 */
export async function fillSqlite(directory, { openStore }, data, progress) {
  const file = join(directory, 'ledger.sqlite');
  await (await openStore({ file, threads: false })).close();
  const database = new Database(file);
  database.pragma('journal_mode = off');
  database.pragma('synchronous = off');
  database.pragma('cache_size = -262144');
  const columns = COLUMNS.map((name) => `"${name}"`).join(', ');
  const insert = database.prepare(`insert into requests (${columns}) values (${COLUMNS.map(() => '?').join(', ')})`);
  let done = 0;
  database.exec('begin');
  for (const row of generate(data)) {
    insert.run(row);
    done += 1;
    if (done % 100_000 === 0) {
      progress(done);
    }
  }
  for (const statement of rollupStatements) {
    database.exec(statement);
  }
  database.exec('commit');
  /** @type {Array<{ name: string, bytes: number }>} */
  const pages = database.prepare('select name, sum(pgsize) as bytes from dbstat group by name').all();
  const count = (/** @type {string} */ table) => database.prepare(`select count(*) as n from ${table}`).get().n;
  const sizes = ['requests', 'usage_hourly', 'usage_hourly_users'].map((table) => ({
    table,
    rows: count(table),
    bytes: pages
      .filter(({ name }) => name === table || name.startsWith(`${table}_by`))
      .reduce((sum, { bytes }) => sum + bytes, 0),
  }));
  database.pragma('journal_mode = wal');
  database.close();
  return {
    sizes,
    total: statSync(file).size,
    open: () => openStore({ file }),
    /** Takes the file out of the operating system's cache. */
    forget: async () => void spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }),
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}
