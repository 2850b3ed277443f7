import { openDatabase, runStatement } from './database.js';
import type { SqliteRunner } from './runner.js';

/** Runs statements in the calling thread, which waits for them: for threads that do nothing else, and for tests. */
export function runInThread(file: string): SqliteRunner {
  const database = openDatabase(file);
  return {
    run: async (sql, parameters) => runStatement(database, sql, parameters),
    close: async () => void database.close(),
  };
}
