import type { UsageDimension, UsageGrouping } from '@llm-gateway/catalogue';
import type { QueryValues } from '../../../api/gateway/resourceUrl';
import type { RequestsQuery, UsageFilter } from '../../../datasource/types';
import type { RequestRow } from '../list/requestRow';
import { UNKNOWN, type RequestFilters } from './requestFilters';

/** Epoch milliseconds. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** As much of an id as has all of its time: the first twelve digits of a UUID v7. */
const TELLS_ITS_TIME = /^req_[0-9a-f]{8}-?[0-9a-f]{4}/;

/** Parameters of `GET /requests` and its export. An id that is searched for is found at whatever time it was. */
export function toApiQuery(filters: RequestFilters, { from, to }: Range): QueryValues {
  const { search, minDurationMs, minCostUsd } = filters;
  const range = search !== undefined && TELLS_ITS_TIME.test(search) ? {} : { from: String(from), to: String(to) };
  const dimensions = entriesOf(filters).map(([name, values]) => [name, values.map(toApiValue)]);
  return {
    ...range,
    ...Object.fromEntries(dimensions),
    ...(minDurationMs !== undefined && { min_duration_ms: decimal(minDurationMs) }),
    ...(minCostUsd !== undefined && { min_cost_usd: decimal(minCostUsd) }),
    ...(search !== undefined && { q: search }),
  };
}

/** What queries of the data source can filter by: all but amounts and ids. */
export function toUsageFilters(filters: RequestFilters): UsageFilter[] {
  return entriesOf(filters).map(([dimension, values]) => ({ dimension, values: [...values] }));
}

/** The same question for the data source; times are of who asks it. */
export function toRequestsQuery(filters: RequestFilters): Omit<RequestsQuery, 'refId'> {
  const { search, minDurationMs, minCostUsd } = filters;
  return {
    queryType: 'requests',
    format: 'table',
    filters: toUsageFilters(filters),
    ...(search !== undefined && { search }),
    ...(minDurationMs !== undefined && { minDurationMs }),
    ...(minCostUsd !== undefined && { minCostUsd }),
  };
}

/** Whether there are filters that {@link toUsageFilters} leaves out. */
export function hasMoreThanUsage({ minDurationMs, minCostUsd, search }: RequestFilters): boolean {
  return minDurationMs !== undefined || minCostUsd !== undefined || search !== undefined;
}

/** Whether a request passes what {@link toUsageFilters} leaves out. */
export function passesAmounts({ minDurationMs, minCostUsd, search }: RequestFilters, row: RequestRow): boolean {
  return (
    (minDurationMs === undefined || row.durationMs >= minDurationMs) &&
    (minCostUsd === undefined || (row.costUsd !== null && row.costUsd >= minCostUsd)) &&
    (search === undefined || row.id.startsWith(search) || row.traceId?.startsWith(search) === true)
  );
}

function entriesOf({ dimensions, tags }: RequestFilters): Array<[UsageGrouping, readonly string[]]> {
  const named = Object.entries(dimensions) as Array<[UsageDimension, readonly string[]]>;
  const tagged = Object.entries(tags).map(([name, values]): [UsageGrouping, readonly string[]] => [
    `tag:${name}`,
    values,
  ]);
  return [...named, ...tagged];
}

/** The API says "not known" with an empty value. */
function toApiValue(value: string): string {
  return value === UNKNOWN ? '' : value;
}

/** Without an exponent, which the API does not read. */
function decimal(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, '');
}
