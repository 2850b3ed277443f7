import { type RawBuilder, sql } from 'kysely';

/**
 * Time cut into buckets: of one length from 1970 on (UTC), or of a calendar, whose days and months differ in length.
 * `starts` are ascending epoch milliseconds; the first is not after the beginning of the query's range.
 */
export type Bucket =
  | { readonly kind: 'fixed'; readonly lengthMs: number }
  | { readonly kind: 'calendar'; readonly starts: readonly number[] };

/** SQL for the start of the bucket that a column of epoch milliseconds falls in. */
export function bucketStart(bucket: Bucket, column: RawBuilder<number>): RawBuilder<number> {
  return bucket.kind === 'fixed'
    ? sql`${column} - ${column} % ${sql.lit(bucket.lengthMs)}`
    : search(bucket.starts, column);
}

/** A binary search in SQL: the last start that is not after the column. */
function search(starts: readonly number[], column: RawBuilder<number>): RawBuilder<number> {
  const [only] = starts;
  if (only !== undefined && starts.length === 1) {
    return sql`${sql.lit(only)}`;
  }
  const half = starts.length >> 1;
  const middle = sql.lit(starts[half]);
  return sql`case when ${column} < ${middle} then ${search(starts.slice(0, half), column)}
    else ${search(starts.slice(half), column)} end`;
}

/** Where buckets end within a range. */
export function bucketCuts(bucket: Bucket | undefined): readonly number[] {
  return bucket?.kind === 'calendar' ? bucket.starts : [];
}
