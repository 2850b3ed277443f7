import type { UsageGrouping } from '@llm-gateway/catalogue';
import { type RawBuilder, sql } from 'kysely';

import type { RequestRow } from '../store/schema.js';
import type { Store } from '../store/store.js';
import type { RequestPosition } from './cursor.js';
import { hasValue } from './query/dimension.js';
import { likelyHours } from './query/likelyHours.js';
import { REQUESTS } from './query/source.js';
import type { UsageFilters } from './query/statement.js';
import { inRange, type TimeRange } from './query/timeRange.js';

export interface RequestsQuery extends TimeRange {
  readonly filters: UsageFilters;
  /** HTTP statuses to keep; undefined for all. */
  readonly codes: readonly number[] | undefined;
  readonly minDurationMs: number | undefined;
  readonly maxDurationMs: number | undefined;
  readonly minCostNanoUsd: number | undefined;
  /** How ids begin. */
  readonly idPrefix: string | undefined;
  /** How trace ids begin. */
  readonly tracePrefix: string | undefined;
  /** Only those that come after it, newest first. */
  readonly after: RequestPosition | undefined;
  readonly limit: number;
}

export interface RequestPage {
  /** Newest first. */
  readonly rows: readonly RequestRow[];
  /** Where the next page goes on; undefined at the end. */
  readonly next: RequestPosition | undefined;
}

type LedgerStore = Pick<Store, 'db' | 'dialect'>;

/** A page of requests, newest first. Requests that end meanwhile do not move what comes after it. */
export async function queryRequests(store: LedgerStore, query: RequestsQuery): Promise<RequestPage> {
  const { from, after, limit } = query;
  const range = { from, to: after === undefined ? query.to : Math.min(query.to, after.time + 1) };
  // One more than asked for, to know whether there is a next page.
  const rows: RequestRow[] = [];
  if (range.from < range.to) {
    for await (const hours of likelyHours(store, range, query.filters)) {
      rows.push(...(await selectPage(store, query, hours, limit + 1 - rows.length)));
      if (rows.length > limit) {
        break;
      }
    }
  }
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? page.at(-1) : undefined };
}

async function selectPage(
  store: LedgerStore,
  query: RequestsQuery,
  range: TimeRange,
  limit: number
): Promise<readonly RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select * from requests where ${sql.join([inRange(range, 'time'), ...testsOf(store, query)], sql` and `)}
    order by time desc, id desc limit ${sql.lit(limit)}`.execute(store.db);
  return rows;
}

function testsOf({ dialect }: LedgerStore, query: RequestsQuery): ReadonlyArray<RawBuilder<unknown>> {
  const { filters, codes, minDurationMs, maxDurationMs, minCostNanoUsd, idPrefix, tracePrefix, after } = query;
  const begins = (column: string, prefix: string) =>
    sql`substr(${sql.ref(column)}, 1, ${sql.lit(prefix.length)}) = ${prefix}`;
  return [
    ...(Object.entries(filters) as Array<[UsageGrouping, readonly string[]]>).map(([name, values]) =>
      hasValue(name, values, REQUESTS, dialect)
    ),
    ...(codes === undefined ? [] : [sql`code in (${sql.join([...codes])})`]),
    ...(minDurationMs === undefined ? [] : [sql`duration_ms >= ${minDurationMs}`]),
    ...(maxDurationMs === undefined ? [] : [sql`duration_ms <= ${maxDurationMs}`]),
    ...(minCostNanoUsd === undefined ? [] : [sql`cost_nano_usd >= ${minCostNanoUsd}`]),
    ...(idPrefix === undefined ? [] : [begins('id', idPrefix)]),
    ...(tracePrefix === undefined ? [] : [begins('trace_id', tracePrefix)]),
    ...(after === undefined ? [] : [sql`(time, id) < (${sql.lit(after.time)}, ${after.id})`]),
  ];
}
