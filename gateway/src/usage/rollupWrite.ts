import { type RawBuilder, type Transaction, sql } from 'kysely';

import type { RequestRow, RollupSums, StoreSchema } from '../store/schema.js';
import { HOURLY_DIMENSIONS, SUMS, USER_DIMENSIONS, rollUp } from './rollup.js';
import { addToTotals } from './totals/writeTotals.js';

const HOURLY_KEY = ['hour', ...HOURLY_DIMENSIONS] as const;
const USER_KEY = ['hour', ...USER_DIMENSIONS] as const;

/** Adds requests to hourly sums and totals, in the transaction that wrote them: so a sum never differs from its rows. */
export async function addToRollups(transaction: Transaction<StoreSchema>, rows: readonly RequestRow[]): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const { hourly, users } = rollUp(rows);
  await transaction
    .insertInto('usage_hourly')
    .values(hourly)
    .onConflict((conflict) => conflict.columns(HOURLY_KEY).doUpdateSet(added('usage_hourly')))
    .execute();
  await transaction
    .insertInto('usage_hourly_users')
    .values(users)
    .onConflict((conflict) => conflict.columns(USER_KEY).doUpdateSet(added('usage_hourly_users')))
    .execute();
  await addToTotals(transaction, rows, Date.now());
}

/** What is there plus what comes. */
function added(table: 'usage_hourly' | 'usage_hourly_users'): Record<keyof RollupSums, RawBuilder<number>> {
  const sums = SUMS.map((name) => [name, sql<number>`${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`]);
  return Object.fromEntries(sums) as Record<keyof RollupSums, RawBuilder<number>>;
}
