import type { UsageGrouping } from '@llm-gateway/catalogue';
import { type RawBuilder, sql } from 'kysely';

import type { StoreDialect } from '../../store/store.js';
import { type Bucket, bucketCuts, bucketStart } from './bucket.js';
import { cover } from './cover.js';
import { dimensionText, hasValue } from './dimension.js';
import { REQUESTS, rollupFor, type Source } from './source.js';
import { type SumName, sumOf } from './sums.js';
import { inRange, type TimeRange } from './timeRange.js';

/** Values to keep, by dimension or tag; the empty string keeps requests for which it is not known. */
export type UsageFilters = Readonly<Partial<Record<UsageGrouping, readonly string[]>>>;

/** Which requests, and how they are told apart. */
export interface Grouping extends TimeRange {
  readonly groupBy: readonly UsageGrouping[];
  readonly bucket: Bucket | undefined;
  readonly filters: UsageFilters;
  /** Only these groups: for each the values of groupBy, the empty string where it is not known. */
  readonly only?: ReadonlyArray<readonly string[]> | undefined;
}

/** A part of a question, and the table that answers it. */
export interface Piece {
  readonly source: Source;
  readonly range: TimeRange;
  /** Starts of grains in the range that another piece answers. */
  readonly except?: readonly number[];
}

/** The names that groups' values have in SQL. */
export const valueNames = ({ groupBy }: Grouping): readonly string[] => groupBy.map((_, index) => `d${index}`);

/** What tells groups apart, in SQL: `bucket`, if there are buckets, and `d0`, `d1` and so on. */
export function groupColumns(
  grouping: Grouping,
  source: Source,
  dialect: StoreDialect
): ReadonlyArray<RawBuilder<unknown>> {
  const { bucket, groupBy } = grouping;
  return [
    ...(bucket === undefined ? [] : [sql`${bucketStart(bucket, sql.ref(source.time))} as bucket`]),
    ...groupBy.map((name, index) => sql`${dimensionText(name, source, dialect)} as ${sql.ref(`d${index}`)}`),
  ];
}

/** SQL for the rows of a piece that a question is about. */
export function rowsOf(
  { source, range, except = [] }: Piece,
  grouping: Grouping,
  dialect: StoreDialect
): RawBuilder<unknown> {
  const { filters, groupBy, only } = grouping;
  const texts = groupBy.map((name) => dimensionText(name, source, dialect));
  const tests = [
    inRange(range, source.time),
    ...(except.length === 0
      ? []
      : [sql`${sql.ref(source.time)} not in (${sql.join(except.map((at) => sql.lit(at)))})`]),
    ...(Object.entries(filters) as Array<[UsageGrouping, readonly string[]]>).map(([name, values]) =>
      hasValue(name, values, source, dialect)
    ),
    ...(only === undefined ? [] : [isOneOf(texts, only)]),
  ];
  return sql`${sql.table(source.table)} where ${sql.join(tests, sql` and `)}`;
}

/** SQL for sums by group, from the smallest tables that know them: a row for each, with columns of the sums' names. */
export function sumsStatement(
  grouping: Grouping,
  sums: readonly SumName[],
  dialect: StoreDialect
): RawBuilder<unknown> {
  const groups = [...(grouping.bucket === undefined ? [] : ['bucket']), ...valueNames(grouping)];
  const groupBy = groups.length === 0 ? sql`` : sql`group by ${sql.raw(groups.map((_, i) => i + 1).join(', '))}`;
  const parts = piecesOf(grouping, sums).map((piece) => {
    const columns = [
      ...groupColumns(grouping, piece.source, dialect),
      ...sums.map((name) => sql`${sumOf(name, piece.source)} as ${sql.ref(name)}`),
    ];
    return sql`select ${sql.join(columns)} from ${rowsOf(piece, grouping, dialect)} ${groupBy}`;
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    return only;
  }
  const added = [
    ...groups.map((name) => sql.ref(name)),
    ...sums.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`),
  ];
  return sql`select ${sql.join(added)} from (${sql.join(parts, sql` union all `)}) as parts ${groupBy}`;
}

function piecesOf(grouping: Grouping, sums: readonly SumName[]): readonly Piece[] {
  const { from, to, groupBy, bucket, filters } = grouping;
  const dimensions = [...groupBy, ...(Object.keys(filters) as UsageGrouping[])];
  const rollup = sums.some((name) => name.startsWith('audio_'))
    ? undefined
    : rollupFor(dimensions, bucket?.kind === 'fixed' ? bucket.lengthMs : undefined);
  if (rollup?.grainMs === undefined || from >= to) {
    return [{ source: REQUESTS, range: { from, to } }];
  }
  const { whole, except, ragged } = cover({ from, to }, bucketCuts(bucket), rollup.grainMs);
  if (ragged.length > MAX_RAGGED) {
    return [{ source: REQUESTS, range: { from, to } }];
  }
  return [
    ...(whole === undefined ? [] : [{ source: rollup, range: whole, except }]),
    // Each by itself: SQLite would remember every row that it has seen to tell ranges apart.
    ...ragged.map((range) => ({ source: REQUESTS, range })),
  ];
}

/** SQLite takes no more than 500 parts. It is more than a year of days that begin within an hour. */
const MAX_RAGGED = 450;

function isOneOf(
  texts: ReadonlyArray<RawBuilder<string>>,
  keys: ReadonlyArray<readonly string[]>
): RawBuilder<unknown> {
  const [text] = texts;
  if (text !== undefined && texts.length === 1) {
    return sql`${text} in (${sql.join(keys.flat())})`;
  }
  const rows = keys.map((key) => sql`(${sql.join([...key])})`);
  return sql`(${sql.join([...texts])}) in (values ${sql.join(rows)})`;
}
