import type { Kysely } from 'kysely';

import type { BudgetNoticeRow, StoreSchema } from '../store/schema.js';
import type { BudgetNotice } from './budgetWatchEvent.js';
import { RESET, SPENT_IN } from './budgetWatchLevels.js';

type Db = Kysely<StoreSchema>;

/** Writes down that something is told; false when somebody else had. */
export async function claimNotice(db: Db, notice: BudgetNotice, time: number): Promise<boolean> {
  const written = await db
    .insertInto('budget_notices')
    .values(toRow(notice, time))
    .onConflict((conflict) => conflict.doNothing())
    .returning('budget')
    .execute();
  return written.length > 0;
}

/** Writes down that windows were spent in. */
export async function markSpent(db: Db, notices: readonly BudgetNotice[], time: number): Promise<void> {
  const rows = notices.map((notice) => toRow(notice, time));
  await db
    .insertInto('budget_notices')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Subjects that spent in windows before one and are not yet told that it began. */
export async function spentBefore(db: Db, budget: string, windowStart: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('budget_notices')
    .select('subject')
    .distinct()
    .where('budget', '=', budget)
    .where('threshold', '=', SPENT_IN)
    .where('window_start', '<', windowStart)
    // Replicas that do the same at the same time wait for each other instead of running into each other.
    .orderBy('subject')
    .limit(limit)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Forgets that subjects spent before a window. */
export async function clearSpent(
  db: Db,
  budget: string,
  windowStart: number,
  subjects: readonly string[]
): Promise<void> {
  await db
    .deleteFrom('budget_notices')
    .where('budget', '=', budget)
    .where('threshold', '=', SPENT_IN)
    .where('window_start', '<', windowStart)
    .where('subject', 'in', subjects)
    .execute();
}

/** Removes what was told of a budget before a time, in epoch milliseconds. */
export async function purgeNotices(db: Db, budget: string, before: number): Promise<void> {
  await db
    .deleteFrom('budget_notices')
    .where('budget', '=', budget)
    .where('threshold', '>=', RESET)
    .where('time', '<', before)
    .execute();
}

function toRow({ rule, subject, windowStart, threshold }: BudgetNotice, time: number): BudgetNoticeRow {
  return { budget: rule.name, subject, window_start: windowStart, threshold, time };
}
