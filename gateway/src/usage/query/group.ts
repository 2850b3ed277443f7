import type { Grouping } from './statement.js';

/** What tells one group of an answer from the others. */
export interface Group {
  /** Start of its bucket in epoch milliseconds. */
  readonly bucket: number | undefined;
  /** Of groupBy, in its order; the empty string where it is not known. */
  readonly values: readonly string[];
}

export type SqlRow = Readonly<Record<string, unknown>>;

/** The group that a row of SQL is about. */
export function groupOf(row: SqlRow, { groupBy, bucket }: Grouping): Group {
  return {
    bucket: bucket === undefined ? undefined : Number(row['bucket']),
    values: groupBy.map((_, index) => String(row[`d${index}`])),
  };
}

/** The same text for the same group. */
export function groupKey({ bucket, values }: Group): string {
  return JSON.stringify([bucket, ...values]);
}
