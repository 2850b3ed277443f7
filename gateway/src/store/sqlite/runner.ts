/** What a statement gave: rows, or what it changed. */
export interface SqliteResult {
  readonly rows: readonly unknown[];
  readonly changes: number | undefined;
}

/** One connection to a SQLite database. Statements run in the order in which they are given. */
export interface SqliteRunner {
  /** @throws an error with SQLite's `code`, e.g. `SQLITE_BUSY`. */
  run(sql: string, parameters: readonly unknown[]): Promise<SqliteResult>;
  close(): Promise<void>;
}
