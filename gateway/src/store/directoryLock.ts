import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Takes a directory for this process alone; the answer gives it back. SQLite's lock on a file is one of the operating
 * system: it ends with the process, however that ends, and process ids that come again (in containers) do not matter.
 * @throws an error with the code EBUSY when another has it.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pidFile = join(directory, 'lock.pid');
  const database = new Database(join(directory, 'lock'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if ((error as NodeJS.ErrnoException).code !== 'SQLITE_BUSY') {
      throw error;
    }
    const message =
      `The directory ${directory} is in use by another gateway (process ${readPid(pidFile)}). ` +
      'Stop that one, or give this one a data directory of its own.';
    throw Object.assign(new Error(message), { code: 'EBUSY' });
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return () => void database.close();
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
