import { type Kysely, sql } from 'kysely';

import type { StoreSchema } from '../schema.js';

/** The tables that PostgreSQL keeps by month. */
export const PARTITIONED = ['requests', 'attempts', 'contents'] as const;
export type Partitioned = (typeof PARTITIONED)[number];

/** Months made ahead of the current one. */
const AHEAD = 2;
/** Rather tried again later than every query waiting for a query that takes long. */
const LOCK_TIMEOUT = '5s';
/** So that replicas that start together do not make the same partition. */
const LOCK_ID = 5_704_182_911;

/** Makes the partitions of the current month (UTC) and of those to come, where they are not there. */
export async function makePartitions(db: Kysely<StoreSchema>, now: number): Promise<void> {
  const date = new Date(now);
  for (let month = 0; month <= AHEAD; month++) {
    const from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + month);
    const to = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + month + 1);
    for (const table of PARTITIONED) {
      await makePartition(db, table, from, to);
    }
  }
}

/** e.g. `requests_2026_01`. */
function partitionName(table: Partitioned, from: number): string {
  return `${table}_${new Date(from).toISOString().slice(0, 7).replace('-', '_')}`;
}

/** What the default partition holds of the month moves over: with it there, the month could not be attached. */
async function makePartition(db: Kysely<StoreSchema>, table: Partitioned, from: number, to: number): Promise<void> {
  const name = partitionName(table, from);
  if (await isThere(db, name)) {
    return;
  }
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK_ID)})`.execute(transaction);
    if (await isThere(transaction, name)) {
      return;
    }
    await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT)}`.execute(transaction);
    const [partition, parent, rest] = [sql.table(name), sql.table(table), sql.table(`${table}_default`)];
    await sql`create table ${partition} (like ${parent} including all)`.execute(transaction);
    await sql`
      with moved as (delete from ${rest} where time >= ${sql.lit(from)} and time < ${sql.lit(to)} returning *)
      insert into ${partition} select * from moved`.execute(transaction);
    await sql`
      alter table ${parent} attach partition ${partition} for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(
      transaction
    );
  });
}

async function isThere(db: Kysely<StoreSchema>, name: string): Promise<boolean> {
  // Not to_regclass: it may answer from a cache that has not heard yet of what another replica has made.
  const { rows } = await sql`
    select from pg_class where relname = ${name} and pg_table_is_visible(oid)`.execute(db);
  return rows.length > 0;
}

/** Drops the partitions of months that ended before a time (epoch milliseconds). */
export async function dropPartitions(db: Kysely<StoreSchema>, table: Partitioned, before: number): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    select child.relname as name from pg_inherits
    join pg_class child on child.oid = pg_inherits.inhrelid
    where pg_inherits.inhparent = to_regclass(${table})`.execute(db);
  let dropped = 0;
  for (const { name } of rows) {
    const [, year, month] = /_(\d{4})_(\d{2})$/.exec(name) ?? [];
    if (year !== undefined && month !== undefined && Date.UTC(Number(year), Number(month)) <= before) {
      await db.transaction().execute(async (transaction) => {
        await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT)}`.execute(transaction);
        await sql`drop table if exists ${sql.table(name)}`.execute(transaction);
      });
      dropped += 1;
    }
  }
  return dropped;
}
