import { calendarWindow } from '../../governance/counting/window.js';
import type { UsageAnswer, UsageGroup, UsageQuery } from '../../usage/queryUsage.js';
import { type CsvCell, csvLine, exactUsd } from './exportCsv.js';
import type { Parameters } from './queryParameters.js';
import { parseUsageQuery } from './usageQuery.js';
import { parseTimezone } from './usageQueryBucket.js';

/** A bill: who used what, by month. */
export const EXPORT_DEFAULTS = { group_by: 'team,key,model,provider', bucket: '1M' } as const;

/** As of `GET /api/v1/usage`; without `from`, from the beginning of the month in which the range ends. */
export function parseUsageExport(parameters: Parameters, now: number = Date.now()): UsageQuery {
  const timezone = parseTimezone(parameters);
  return parseUsageQuery(parameters, now, (to) => calendarWindow('monthly', timezone, to - 1).start);
}

/** Lines of CSV, many at a time. Periods of a calendar are written by their date: `2026-11` or `2026-11-30`. */
export function* usageCsv(
  { groups }: UsageAnswer,
  query: UsageQuery,
  { bucket, timezone }: { readonly bucket: string | undefined; readonly timezone: string }
): Generator<string> {
  const period = periodFormat(bucket, timezone);
  const withTime = query.bucket !== undefined;
  yield csvLine([...(withTime ? [period.name] : []), ...query.groupBy, ...query.measures]);
  for (let at = 0; at < groups.length; at += LINES) {
    yield groups
      .slice(at, at + LINES)
      .map((group) => csvLine([...(withTime ? [period.write(group.time ?? 0)] : []), ...cellsOf(group, query)]))
      .join('');
  }
}

const LINES = 500;

function cellsOf(group: UsageGroup, { groupBy, measures }: UsageQuery): readonly CsvCell[] {
  return [
    ...groupBy.map((name) => group[name] ?? null),
    ...measures.map((name) => {
      switch (name) {
        case 'cost_usd':
          return exactUsd(group.cost_nano_usd);
        case 'saved_usd':
          return exactUsd(group.saved_nano_usd);
        default:
          return group[name] ?? null;
      }
    }),
  ];
}

interface PeriodFormat {
  readonly name: 'month' | 'week' | 'day' | 'time';
  readonly write: (time: number) => string;
}

function periodFormat(bucket: string | undefined, timezone: string): PeriodFormat {
  const date = dateFormat(timezone);
  switch (bucket) {
    case '1M':
      return { name: 'month', write: (time) => date.format(time).slice(0, 7) };
    case '1w':
      return { name: 'week', write: (time) => date.format(time) };
    case '1d':
      return { name: 'day', write: (time) => date.format(time) };
    default:
      return { name: 'time', write: (time) => new Date(time).toISOString() };
  }
}

/** e.g. `2026-11-30`, as Swedes write it. */
export function dateFormat(timezone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' });
}
