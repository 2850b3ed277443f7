import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';

import { migrate } from './migrate.js';
import type { LedgerSchema, RequestRow } from './schema.js';

/** The embedded ledger. */
export interface LedgerStore {
  readonly db: Kysely<LedgerSchema>;
  /** Writes rows in one transaction; a row that is there already is left alone. @throws when the store refuses. */
  insert(rows: readonly RequestRow[]): void;
  close(): Promise<void>;
}

const COLUMNS = [
  'id',
  'time',
  'key',
  'team',
  'user',
  'tags',
  'model',
  'provider',
  'deployment',
  'streaming',
  'status',
  'code',
  'error_type',
  'input_tokens',
  'cached_input_tokens',
  'output_tokens',
  'reasoning_tokens',
  'usage_source',
  'cost_nano_usd',
  'price_source',
  'unpriced',
  'duration_ms',
  'first_token_ms',
  'overhead_ms',
  'attempts',
] as const satisfies ReadonlyArray<keyof RequestRow>;

/** @param file path of the database, or `:memory:`. */
export async function openSqlite(file: string): Promise<LedgerStore> {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  }
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  // With WAL a crash of the process loses nothing; only a power cut can lose the last transactions, never corrupt.
  sqlite.pragma('synchronous = NORMAL');
  const db = new Kysely<LedgerSchema>({ dialect: new SqliteDialect({ database: sqlite }) });
  await migrate(db);

  // Prepared once: building the query anew for every row would cost more than writing it.
  const quoted = COLUMNS.map((column) => `"${column}"`).join(', ');
  const statement = sqlite.prepare(
    `insert into requests (${quoted}) values (${COLUMNS.map(() => '?').join(', ')}) on conflict (id) do nothing`
  );
  const insert = sqlite.transaction((rows: readonly RequestRow[]) => {
    for (const row of rows) {
      statement.run(COLUMNS.map((column) => row[column]));
    }
  });
  return { db, insert, close: () => db.destroy() };
}
