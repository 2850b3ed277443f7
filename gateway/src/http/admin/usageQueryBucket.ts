import { type CalendarUnit, calendarWindow, isTimezone } from '../../governance/counting/window.js';
import { parseDuration } from '../../usage/duration.js';
import type { Bucket } from '../../usage/query/bucket.js';
import type { TimeRange } from '../../usage/query/timeRange.js';
import { type Parameters, invalid, single } from './queryParameters.js';

/** As many points as a Prometheus range query may have; more is a mistake. */
const MAX_BUCKETS = 11_000;
/** Of a calendar: four years of days. */
const MAX_CALENDAR_BUCKETS = 1_500;

const DAY_MS = 86_400_000;
const CALENDAR: Readonly<Record<string, CalendarUnit>> = { '1d': 'daily', '1w': 'weekly', '1M': 'monthly' };

/** The time zone of days, weeks and months; UTC if none is given. */
export function parseTimezone(parameters: Parameters): string {
  const timezone = single(parameters, 'timezone') ?? 'UTC';
  if (!isTimezone(timezone)) {
    throw invalid('timezone', `timezone "${timezone}" is not known; write it as Europe/Berlin or UTC`);
  }
  return timezone;
}

/** @throws GatewayError 400 that names the bucket. */
export function parseBucket(bucket: string | undefined, timezone: string, range: TimeRange): Bucket | undefined {
  if (bucket === undefined) {
    return undefined;
  }
  const unit = CALENDAR[bucket];
  if (unit !== undefined && !(unit === 'daily' && timezone === 'UTC')) {
    return { kind: 'calendar', starts: calendarStarts(unit, timezone, range) };
  }
  const lengthMs = parseDuration(bucket);
  if (lengthMs === undefined) {
    throw invalid('bucket', 'bucket must be a duration such as 30s, 5m or 1h, or one of 1d, 1w and 1M');
  }
  if (timezone !== 'UTC' && lengthMs % DAY_MS === 0) {
    throw invalid('bucket', 'bucket must be 1d, 1w, 1M or shorter than a day where a timezone is given');
  }
  if ((range.to - range.from) / lengthMs > MAX_BUCKETS) {
    throw tooShort(MAX_BUCKETS);
  }
  return { kind: 'fixed', lengthMs };
}

function calendarStarts(unit: CalendarUnit, timezone: string, { from, to }: TimeRange): readonly number[] {
  const starts: number[] = [];
  for (let window = calendarWindow(unit, timezone, from); ; window = calendarWindow(unit, timezone, window.end)) {
    starts.push(window.start);
    if (window.end >= to) {
      return starts;
    }
    if (starts.length === MAX_CALENDAR_BUCKETS) {
      throw tooShort(MAX_CALENDAR_BUCKETS);
    }
  }
}

const tooShort = (most: number) => invalid('bucket', `bucket is too short for the range: at most ${most} buckets`);
