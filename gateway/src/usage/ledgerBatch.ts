import type { Transaction } from 'kysely';

import type { StoreSchema } from '../store/schema.js';
import type { Store, StoreDialect } from '../store/store.js';
import { insertRequests } from './insertRequests.js';
import { addToRollups } from './rollupWrite.js';
import { type LedgerEntry, readLine } from './row.js';

/** A line that can never be written. */
export interface RefusedLine {
  readonly line: string;
  readonly reason: string;
}

/**
 * Writes events, given as lines (row.ts), in one transaction: rows, attempts, contents and hourly sums. An event that
 * is there already changes nothing, so that a batch may be written again. What the store will never take is given back
 * and does not keep the others from being written.
 * @throws when the store is not there, or refuses for a reason that may pass.
 */
export async function writeBatch(store: Store, lines: readonly string[]): Promise<readonly RefusedLine[]> {
  const refused: RefusedLine[] = [];
  const readable: Array<readonly [line: string, entry: LedgerEntry]> = [];
  for (const line of lines) {
    try {
      readable.push([line, readLine(line)]);
    } catch (error) {
      refused.push({ line, reason: (error as Error).message });
    }
  }
  try {
    await insert(
      store,
      readable.map(([, entry]) => entry)
    );
  } catch (error) {
    if (!isOfTheData(error)) {
      throw error;
    }
    for (const [line, entry] of readable) {
      refused.push(...(await insertAlone(store, line, entry)));
    }
  }
  return refused;
}

async function insertAlone(store: Store, line: string, entry: LedgerEntry): Promise<readonly RefusedLine[]> {
  try {
    await insert(store, [entry]);
    return [];
  } catch (error) {
    if (!isOfTheData(error)) {
      throw error;
    }
    return [{ line, reason: (error as Error).message }];
  }
}

/**
 * Whether trying again is in vain: PostgreSQL's classes 22 (a value of the wrong kind) and 23 (a constraint), and 54000
 * (too large); SQLite's names for the same.
 */
function isOfTheData(error: unknown): boolean {
  const code = String((error as NodeJS.ErrnoException).code);
  return /^(?:2[23].{3}|54000|SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG).*)$/.test(code);
}

/** PostgreSQL's serialization failure and deadlock: nothing was written, and the next try may go through. */
const COLLISIONS = new Set(['40001', '40P01']);
const TRIES = 5;

async function insert(store: Store, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) {
    return;
  }
  for (let attempt = 1; ; attempt++) {
    try {
      await store.db.transaction().execute((transaction) => insertNew(transaction, store.dialect, entries));
      return;
    } catch (error) {
      if (attempt === TRIES || !COLLISIONS.has(String((error as NodeJS.ErrnoException).code))) {
        throw error;
      }
    }
  }
}

async function insertNew(
  transaction: Transaction<StoreSchema>,
  dialect: StoreDialect,
  entries: readonly LedgerEntry[]
): Promise<void> {
  // The same event twice in one batch is one event.
  const byId = new Map(entries.map((entry) => [entry.row.id, entry]));
  const distinct = [...byId.values()];
  const inserted = await insertRequests(
    transaction,
    dialect,
    distinct.map(({ values }) => values)
  );
  const fresh = distinct.filter(({ row }) => inserted.has(row.id));
  const attempts = fresh.flatMap((entry) => entry.attempts);
  for (let at = 0; at < attempts.length; at += MOST_ATTEMPTS) {
    await transaction
      .insertInto('attempts')
      .values(attempts.slice(at, at + MOST_ATTEMPTS))
      .execute();
  }
  const contents = fresh.flatMap(({ content }) => content ?? []);
  if (contents.length > 0) {
    await transaction.insertInto('contents').values(contents).execute();
  }
  await addToRollups(
    transaction,
    fresh.map(({ row }) => row)
  );
}

/** Of one statement: SQLite takes no more than 32766 values. */
const MOST_ATTEMPTS = 1_000;
