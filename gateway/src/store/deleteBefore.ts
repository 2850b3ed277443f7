import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';

import type { StoreSchema } from './schema.js';

export interface Expired {
  readonly table: keyof StoreSchema;
  /** The column, in epoch milliseconds, that tells a row's age. */
  readonly column: string;
  /** Rows whose `state` is another are kept. */
  readonly states?: readonly string[];
}

/** Rows of one statement: it holds up other writers for a few tens of milliseconds. */
const CHUNK = 5_000;
/** In which other writers go first, in milliseconds. */
const PAUSE_MS = 20;

/**
 * Deletes the rows of a table from before a time, a part at a time; stops early when told to.
 * @returns how many were deleted.
 */
export async function deleteBefore(
  db: Kysely<StoreSchema>,
  { table, column, states }: Expired,
  before: number,
  signal?: AbortSignal,
  chunk = CHUNK
): Promise<number> {
  const age = sql.ref(column);
  const ofState = states === undefined ? sql`` : sql` and state in (${sql.join(states)})`;
  let deleted = 0;
  while (signal?.aborted !== true) {
    const { rows } = await sql<{ age: number }>`
      select ${age} as age from ${sql.table(table)} where ${age} < ${before}${ofState}
      order by ${age} limit 1 offset ${chunk - 1}`.execute(db);
    // Rows of the same time go together, be it more than a chunk.
    const last = rows[0]?.age ?? before - 1;
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where ${age} <= ${last}${ofState}`.execute(db);
    deleted += Number(numAffectedRows ?? 0);
    if (rows.length === 0) {
      break;
    }
    await sleep(PAUSE_MS);
  }
  return deleted;
}
