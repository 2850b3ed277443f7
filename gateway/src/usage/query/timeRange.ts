import { type RawBuilder, sql } from 'kysely';

/** Epoch milliseconds; from is included, to is not. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** SQL for a column of epoch milliseconds being in one of the ranges. */
export function inRanges(ranges: readonly TimeRange[], column: RawBuilder<number>): RawBuilder<boolean> {
  const tests = ranges.map(({ from, to }) => sql`(${column} >= ${sql.lit(from)} and ${column} < ${sql.lit(to)})`);
  return sql`(${sql.join(tests, sql` or `)})`;
}
