import { type RawBuilder, sql } from 'kysely';

/** Epoch milliseconds; from is included, to is not. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** SQL for a column of epoch milliseconds being in a range. */
export function inRange({ from, to }: TimeRange, column: string): RawBuilder<boolean> {
  const time = sql.ref(column);
  return sql`${time} >= ${sql.lit(from)} and ${time} < ${sql.lit(to)}`;
}
