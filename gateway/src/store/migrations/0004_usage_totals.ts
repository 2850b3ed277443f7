import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';

import type { StoreDialect } from '../store.js';

/** Upper bounds of the durations counted, as they were when this was written, in milliseconds. */
const BOUNDS_MS = [
  10, 50, 100, 250, 500, 1_000, 2_000, 3_000, 5_000, 7_500, 10_000, 15_000, 20_000, 30_000, 60_000, 120_000, 300_000,
  600_000,
];

/** Totals that no retention takes from: counters may not go down. */
export const usageTotals = (dialect: StoreDialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const create = async (table: CreateTableBuilder<string, string>): Promise<void> =>
      (dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
    await create(
      db.schema
        .createTable('usage_totals')
        .addColumn('team', 'text', (column) => column.notNull())
        .addColumn('model', 'text', (column) => column.notNull())
        .addColumn('since', 'bigint', (column) => column.notNull())
        .addColumn('requests', 'bigint', (column) => column.notNull())
        .addColumn('errors', 'bigint', (column) => column.notNull())
        .addColumn('cost_nano_usd', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('usage_totals_key', ['team', 'model'] as never)
    );
    await create(
      db.schema
        .createTable('duration_totals')
        .addColumn('model', 'text', (column) => column.notNull())
        .addColumn('up_to_ms', 'bigint', (column) => column.notNull())
        .addColumn('requests', 'bigint', (column) => column.notNull())
        .addColumn('duration_ms', 'double precision', (column) => column.notNull())
        .addPrimaryKeyConstraint('duration_totals_key', ['model', 'up_to_ms'] as never)
    );
    await sql`
      insert into usage_totals (team, model, since, requests, errors, cost_nano_usd)
      select team, model, min(hour), sum(requests), sum(errors), sum(cost_nano_usd)
      from usage_hourly group by team, model`.execute(db);
    const bounds = sql.join(
      BOUNDS_MS.map((bound) => sql`when duration_ms <= ${sql.lit(bound)} then ${sql.lit(bound)}`),
      sql` `
    );
    // Those of which only hourly sums are left have no durations of their own any more.
    await sql`
      insert into duration_totals (model, up_to_ms, requests, duration_ms)
      select model, case ${bounds} else 0 end, count(*), sum(duration_ms) from requests group by 1, 2`.execute(db);
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropTable('duration_totals').execute();
    await db.schema.dropTable('usage_totals').execute();
  },
});
