import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

import type { StoreDialect } from '../../store.js';

type Table = CreateTableBuilder<string, string>;

/**
 * Rows lie in the order of their time: what a page reads is close together, and what retention removes is at one end.
 * PostgreSQL keeps each month apart; what no month is there for lies in the default partition.
 */
export async function createRequestTables(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  for (const table of [requests(db), attempts(db), contents(db)]) {
    const layout = dialect === 'sqlite' ? sql`without rowid` : sql`partition by range (time)`;
    await table.modifyEnd(layout).execute();
  }
  if (dialect === 'postgres') {
    for (const name of ['requests', 'attempts', 'contents']) {
      await sql`create table ${sql.table(`${name}_default`)} partition of ${sql.table(name)} default`.execute(db);
    }
  }
}

const requests = (db: Kysely<unknown>): Table =>
  db.schema
    .createTable('requests')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('trace_id', 'text')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('team', 'text')
    .addColumn('user', 'text')
    .addColumn('feature', 'text')
    .addColumn('environment', 'text')
    .addColumn('tags', 'text')
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('served_model', 'text')
    .addColumn('provider', 'text')
    .addColumn('deployment', 'text')
    .addColumn('streaming', 'smallint', (column) => column.notNull())
    .addColumn('batch', 'smallint', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('code', 'smallint', (column) => column.notNull())
    .addColumn('error_type', 'text')
    .addColumn('cache', 'text', (column) => column.notNull())
    .addColumn('input_tokens', 'bigint', (column) => column.notNull())
    .addColumn('cached_input_tokens', 'bigint', (column) => column.notNull())
    .addColumn('cache_write_5m_tokens', 'bigint', (column) => column.notNull())
    .addColumn('cache_write_1h_tokens', 'bigint', (column) => column.notNull())
    .addColumn('audio_input_tokens', 'bigint', (column) => column.notNull())
    .addColumn('cached_audio_input_tokens', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('image_input_tokens', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('output_tokens', 'bigint', (column) => column.notNull())
    .addColumn('reasoning_tokens', 'bigint', (column) => column.notNull())
    .addColumn('audio_output_tokens', 'bigint', (column) => column.notNull())
    .addColumn('image_output_tokens', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('images', 'bigint', (column) => column.notNull())
    .addColumn('characters', 'bigint', (column) => column.notNull())
    .addColumn('audio_seconds', 'double precision', (column) => column.notNull())
    .addColumn('usage_source', 'text')
    .addColumn('cost_nano_usd', 'bigint')
    .addColumn('saved_nano_usd', 'bigint', (column) => column.notNull())
    .addColumn('price_source', 'text')
    .addColumn('unpriced', 'smallint', (column) => column.notNull())
    .addColumn('duration_ms', 'double precision', (column) => column.notNull())
    .addColumn('first_token_ms', 'double precision')
    .addColumn('overhead_ms', 'double precision')
    .addColumn('attempts', 'smallint', (column) => column.notNull())
    .addPrimaryKeyConstraint('requests_key', ['time', 'id'] as never);

const attempts = (db: Kysely<unknown>): Table =>
  db.schema
    .createTable('attempts')
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('number', 'smallint', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('deployment', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('status', 'smallint')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('duration_ms', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('attempts_key', ['time', 'request_id', 'number'] as never);

const contents = (db: Kysely<unknown>): Table =>
  db.schema
    .createTable('contents')
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('response', 'text')
    .addPrimaryKeyConstraint('contents_key', ['time', 'request_id'] as never);
