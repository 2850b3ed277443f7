import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

import type { StoreDialect } from '../../store.js';

type Table = CreateTableBuilder<string, string>;

const DIMENSIONS = ['team', 'key', 'model', 'provider', 'feature', 'environment', 'status', 'error_type'];
const USER_DIMENSIONS = ['user', 'team', 'model'];
const WHOLE_SUMS = [
  'requests',
  'errors',
  'aborted',
  'input_tokens',
  'cached_input_tokens',
  'cache_write_tokens',
  'output_tokens',
  'reasoning_tokens',
  'cost_nano_usd',
  'saved_nano_usd',
  'unpriced',
  'first_tokens',
];

/** Sums by hour, so that a month's cost is read from thousands of rows and not from millions. */
export async function createRollups(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  const hourly = withTexts(withHour(db.schema.createTable('usage_hourly')), DIMENSIONS)
    .addColumn('streaming', 'smallint', (column) => column.notNull())
    .addColumn('cache', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('usage_hourly_key', ['hour', ...DIMENSIONS, 'streaming', 'cache'] as never);
  const users = withTexts(withHour(db.schema.createTable('usage_hourly_users')), USER_DIMENSIONS) //
    .addPrimaryKeyConstraint('usage_hourly_users_key', ['hour', ...USER_DIMENSIONS] as never);

  for (const table of [hourly, users]) {
    const whole = withSums(table);
    await (dialect === 'sqlite' ? whole.modifyEnd(sql`without rowid`) : whole).execute();
  }
  for (const [table, dimension] of BY_SUBJECT) {
    await db.schema.createIndex(`${table}_by_${dimension}`).on(table).columns([dimension, 'hour']).execute();
  }
}

/** What one of them used in a month is asked when its budget begins to count: of hundreds, one after the other. */
const BY_SUBJECT = [
  ['usage_hourly', 'key'],
  ['usage_hourly', 'team'],
  ['usage_hourly_users', 'user'],
] as const;

function withHour(table: Table): Table {
  return table.addColumn('hour', 'bigint', (column) => column.notNull());
}

function withTexts(table: Table, names: readonly string[]): Table {
  return names.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table);
}

function withSums(table: Table): Table {
  return WHOLE_SUMS.reduce((built, name) => built.addColumn(name, 'bigint', (column) => column.notNull()), table)
    .addColumn('duration_ms', 'double precision', (column) => column.notNull())
    .addColumn('first_token_ms', 'double precision', (column) => column.notNull());
}
