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

/** What became of a batch, as the store has it. */
export interface BatchResult {
  readonly refused: readonly RefusedLine[];
  /** By line, the nano-dollars that the store has for it; null for a line that it did not take. */
  readonly stored: ReadonlyArray<number | null>;
  /** Indexes of the lines whose request was there before: in the store, or further ahead in the batch. */
  readonly known: readonly number[];
}

interface Stored {
  readonly nanoUsd: number;
  /** Whether it was there before. */
  readonly known: boolean;
}

/**
 * Writes events, given as lines (row.ts), in one transaction: rows, attempts, contents and hourly sums. An event that
 * is there already changes nothing, so that a batch may be written again. What the store will never take is given back
 * and does not keep the others from being written.
 * @throws when the store is not there, or refuses for a reason that may pass.
 */
export async function writeBatch(store: Store, lines: readonly string[]): Promise<BatchResult> {
  const refused: RefusedLine[] = [];
  const readable: Array<readonly [line: string, entry: LedgerEntry]> = [];
  const ids: Array<string | undefined> = [];
  for (const line of lines) {
    try {
      const entry = readLine(line);
      readable.push([line, entry]);
      ids.push(entry.row.id);
    } catch (error) {
      refused.push({ line, reason: (error as Error).message });
      ids.push(undefined);
    }
  }
  const stored = new Map<string, Stored>();
  const keep = (more: ReadonlyMap<string, Stored>): void => more.forEach((each, id) => stored.set(id, each));
  try {
    keep(
      await insert(
        store,
        readable.map(([, entry]) => entry)
      )
    );
  } catch (error) {
    if (!isOfTheData(error)) {
      throw error;
    }
    for (const [line, entry] of readable) {
      const alone = await insertAlone(store, entry);
      if (typeof alone === 'string') {
        refused.push({ line, reason: alone });
      } else {
        keep(alone);
      }
    }
  }
  return { refused, ...byLine(ids, stored) };
}

function byLine(
  ids: ReadonlyArray<string | undefined>,
  stored: ReadonlyMap<string, Stored>
): Pick<BatchResult, 'stored' | 'known'> {
  const seen = new Set<string>();
  const known = ids.flatMap((id, index) => {
    const before = id !== undefined && (seen.has(id) || stored.get(id)?.known === true);
    seen.add(id ?? '');
    return before ? [index] : [];
  });
  return { stored: ids.map((id) => (id === undefined ? null : (stored.get(id)?.nanoUsd ?? null))), known };
}

/** @returns what is stored, or why the store will never take it. */
async function insertAlone(store: Store, entry: LedgerEntry): Promise<ReadonlyMap<string, Stored> | string> {
  try {
    return await insert(store, [entry]);
  } catch (error) {
    if (!isOfTheData(error)) {
      throw error;
    }
    return (error as Error).message;
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

async function insert(store: Store, entries: readonly LedgerEntry[]): Promise<ReadonlyMap<string, Stored>> {
  if (entries.length === 0) {
    return new Map();
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.db.transaction().execute((transaction) => insertNew(transaction, store.dialect, entries));
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
): Promise<ReadonlyMap<string, Stored>> {
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
  const stored = [...inserted].map(([id, nanoUsd]) => [id, { nanoUsd, known: false }] as const);
  const before = distinct.filter(({ row }) => !inserted.has(row.id));
  return new Map([...stored, ...(await selectKnown(transaction, before))]);
}

/** What the store has of requests that it had before. */
async function selectKnown(
  transaction: Transaction<StoreSchema>,
  entries: readonly LedgerEntry[]
): Promise<ReadonlyArray<readonly [id: string, Stored]>> {
  if (entries.length === 0) {
    return [];
  }
  const times = entries.map(({ row }) => row.time);
  const rows = await transaction
    .selectFrom('requests')
    .select(['id', 'cost_nano_usd'])
    .where('time', '>=', Math.min(...times))
    .where('time', '<=', Math.max(...times))
    .where(
      'id',
      'in',
      entries.map(({ row }) => row.id)
    )
    .execute();
  return rows.map(({ id, cost_nano_usd: nanoUsd }) => [id, { nanoUsd: nanoUsd ?? 0, known: true }]);
}

/** Of one statement: SQLite takes no more than 32766 values. */
const MOST_ATTEMPTS = 1_000;
