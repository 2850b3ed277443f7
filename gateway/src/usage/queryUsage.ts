import type { UsageDimension, UsageMeasure } from '@llm-gateway/catalogue';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';

import type { LedgerSchema } from '../store/schema.js';

export interface UsageQuery {
  /** Epoch milliseconds; from is included, to is not. */
  readonly from: number;
  readonly to: number;
  readonly groupBy: readonly UsageDimension[];
  /** Length of a time bucket in milliseconds; buckets start at whole multiples of it since the epoch (UTC). */
  readonly bucketMs: number | undefined;
  /** Values to keep, by dimension; the empty string keeps requests for which it is not known. */
  readonly filters: Readonly<Partial<Record<UsageDimension, readonly string[]>>>;
}

export type UsageMeasures = Record<UsageMeasure, number>;
export type UsageGroup = UsageMeasures &
  Partial<Record<UsageDimension, string | null>> & {
    /** Start of the bucket, epoch milliseconds. */
    time?: number;
  };

export interface UsageAnswer {
  readonly groups: readonly UsageGroup[];
  readonly totals: UsageMeasures;
}

/** Sums the ledger over a time range. Groups come by time, then by cost, then by requests, the largest first. */
export async function queryUsage(db: Kysely<LedgerSchema>, query: UsageQuery): Promise<UsageAnswer> {
  const [groups, [totals]] = await Promise.all([
    query.groupBy.length === 0 && query.bucketMs === undefined ? [] : selectGroups(db, query),
    filtered(db, query).select(measures).execute(),
  ]);
  return {
    groups: groups.map(({ bucket, ...row }) => ({
      ...(bucket === null ? {} : { time: Number(bucket) }),
      ...dimensionsOf(row, query.groupBy),
      ...toMeasures(row),
    })),
    totals: toMeasures(totals ?? {}),
  };
}

function selectGroups(db: Kysely<LedgerSchema>, query: UsageQuery) {
  const { bucketMs, groupBy } = query;
  const bucket = bucketMs === undefined ? sql<number | null>`null` : sql<number>`time - time % ${bucketMs}`;
  let select = filtered(db, query)
    .select(bucket.as('bucket'))
    .select(groupBy.map((name) => `requests.${name}` as const))
    .select(measures);
  if (bucketMs !== undefined) {
    select = select.groupBy('bucket');
  }
  if (groupBy.length > 0) {
    select = select.groupBy(groupBy.map((name) => `requests.${name}` as const));
  }
  return select.orderBy('bucket').orderBy('cost_nano_usd', 'desc').orderBy('requests', 'desc').execute();
}

function filtered(db: Kysely<LedgerSchema>, { from, to, filters }: UsageQuery) {
  let select = db.selectFrom('requests').where('time', '>=', from).where('time', '<', to);
  for (const [dimension, values] of Object.entries(filters) as Array<[UsageDimension, readonly string[]]>) {
    select = select.where((eb) => {
      if (dimension === 'streaming') {
        const flags = values.map((value) => (value === 'true' ? 1 : 0));
        return eb('streaming', 'in', flags);
      }
      const known = values.filter((value) => value !== '');
      const isKnown = eb(dimension, 'in', known);
      return known.length === values.length ? isKnown : eb.or([isKnown, eb(dimension, 'is', null)]);
    });
  }
  return select;
}

function measures(eb: ExpressionBuilder<LedgerSchema, 'requests'>) {
  const countOf = (column: 'status', value: string) =>
    eb.fn.sum<number>(eb.case().when(column, '=', value).then(1).else(0).end());
  return [
    eb.fn.countAll<number>().as('requests'),
    countOf('status', 'error').as('errors'),
    countOf('status', 'aborted').as('aborted'),
    eb.fn.sum<number>('input_tokens').as('input_tokens'),
    eb.fn.sum<number>('cached_input_tokens').as('cached_input_tokens'),
    eb.fn.sum<number>('output_tokens').as('output_tokens'),
    eb.fn.sum<number>('reasoning_tokens').as('reasoning_tokens'),
    eb.fn.sum<number>('cost_nano_usd').as('cost_nano_usd'),
    eb.fn.sum<number>('unpriced').as('unpriced_requests'),
  ];
}

/** Sums come as null over no rows, and as strings from PostgreSQL. */
function toMeasures(row: Readonly<Record<string, unknown>>): UsageMeasures {
  const sum = (name: string) => Number(row[name] ?? 0);
  return {
    requests: sum('requests'),
    errors: sum('errors'),
    aborted: sum('aborted'),
    input_tokens: sum('input_tokens'),
    cached_input_tokens: sum('cached_input_tokens'),
    output_tokens: sum('output_tokens'),
    reasoning_tokens: sum('reasoning_tokens'),
    total_tokens: sum('input_tokens') + sum('output_tokens'),
    cost_usd: sum('cost_nano_usd') / 1e9,
    unpriced_requests: sum('unpriced_requests'),
  };
}

function dimensionsOf(
  row: Readonly<Record<string, unknown>>,
  groupBy: readonly UsageDimension[]
): Partial<Record<UsageDimension, string | null>> {
  return Object.fromEntries(
    groupBy.map((name) => [name, name === 'streaming' ? String(row[name] === 1) : (row[name] as string | null)])
  );
}
