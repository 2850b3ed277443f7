import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

import type { SqliteResult } from './runner.js';

/** Longest wait for another connection's transaction, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;
const CACHE_KIB = 64 * 1_024;
const LONGEST_LOG_BYTES = 64 * 1_024 * 1_024;

/** Opens a database file that only its owner may read, or `:memory:`. */
export function openDatabase(file: string): Database.Database {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  }
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  database.pragma('journal_mode = WAL');
  // With WAL a crash of the process loses nothing; only a power cut can lose the last transactions, never corrupt.
  database.pragma('synchronous = NORMAL');
  database.pragma(`cache_size = -${CACHE_KIB}`);
  database.pragma(`journal_size_limit = ${LONGEST_LOG_BYTES}`);
  return database;
}

/** Statements that are run again and again are prepared once; the oldest go first. */
const MOST_PREPARED = 100;
const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

export function runStatement(database: Database.Database, sql: string, parameters: readonly unknown[]): SqliteResult {
  const statement = prepare(database, sql);
  if (statement.reader) {
    return { rows: statement.all(parameters), changes: undefined };
  }
  return { rows: [], changes: statement.run(parameters).changes };
}

function prepare(database: Database.Database, sql: string): Database.Statement {
  const statements = prepared.get(database) ?? new Map<string, Database.Statement>();
  prepared.set(database, statements);
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = database.prepare(sql);
    if (statements.size >= MOST_PREPARED) {
      statements.delete(statements.keys().next().value ?? '');
    }
    statements.set(sql, statement);
  }
  return statement;
}
