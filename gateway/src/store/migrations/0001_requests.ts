import type { Kysely, Migration } from 'kysely';

export const requests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('requests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('time', 'bigint', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('team', 'text')
      .addColumn('user', 'text')
      .addColumn('tags', 'text')
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('provider', 'text')
      .addColumn('deployment', 'text')
      .addColumn('streaming', 'smallint', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('code', 'smallint', (column) => column.notNull())
      .addColumn('error_type', 'text')
      .addColumn('input_tokens', 'bigint', (column) => column.notNull())
      .addColumn('cached_input_tokens', 'bigint', (column) => column.notNull())
      .addColumn('output_tokens', 'bigint', (column) => column.notNull())
      .addColumn('reasoning_tokens', 'bigint', (column) => column.notNull())
      .addColumn('usage_source', 'text')
      .addColumn('cost_nano_usd', 'bigint')
      .addColumn('price_source', 'text')
      .addColumn('unpriced', 'smallint', (column) => column.notNull())
      .addColumn('duration_ms', 'double precision', (column) => column.notNull())
      .addColumn('first_token_ms', 'double precision')
      .addColumn('overhead_ms', 'double precision')
      .addColumn('attempts', 'text')
      .execute();
    await db.schema.createIndex('requests_time').on('requests').column('time').execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropTable('requests').execute();
  },
};
