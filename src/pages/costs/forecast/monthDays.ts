import { dateTimeForTimeZone } from '@grafana/data';
import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import type { UsageFilter } from '../../../datasource/types';
import { filterParameters } from '../scope/costScope';
import { zoneName } from './timeZone';

/** Complete days that the forecast goes by: four of each weekday. */
export const HISTORY_DAYS = 28;

export interface Day {
  /** Epoch milliseconds; the next day begins at the end of this one, which may be 23 or 25 hours later. */
  readonly start: number;
  readonly end: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly requests: number;
  /** Whole nano-dollars, as the gateway has added them up. */
  readonly nanoUsd: number;
}

export interface MonthDays {
  readonly now: number;
  readonly monthStart: number;
  /** From the beginning of the history or of the month, whichever is earlier, to the month's end. */
  readonly days: readonly Day[];
}

/** Cost by day of the calendar of a time zone, for all that a forecast of the month takes. */
export async function askMonthDays(
  api: GatewayApi,
  timeZone: string,
  filters: readonly UsageFilter[],
  now: number
): Promise<MonthDays> {
  const monthStart = dateTimeForTimeZone(timeZone, now).startOf('month').valueOf();
  const historyStart = dateTimeForTimeZone(timeZone, now).startOf('day').subtract(HISTORY_DAYS, 'd').valueOf();
  const from = Math.min(monthStart, historyStart);
  const { groups } = await api.get('/usage', {
    query: {
      from: String(from),
      to: String(now),
      bucket: '1d',
      timezone: zoneName(timeZone),
      measures: 'requests,cost_usd',
      ...filterParameters(filters),
    },
  });
  const used = new Map(groups.map(({ time, ...group }) => [Date.parse(time ?? ''), group]));
  const monthEnd = dateTimeForTimeZone(timeZone, now).endOf('month').valueOf();
  const days: Day[] = [];
  for (let day = dateTimeForTimeZone(timeZone, from); day.valueOf() <= monthEnd;) {
    const next = dateTimeForTimeZone(timeZone, day.valueOf()).add(1, 'd').startOf('day');
    const { requests = 0, cost_nano_usd: nanoUsd = 0 } = used.get(day.valueOf()) ?? {};
    days.push({ start: day.valueOf(), end: next.valueOf(), weekday: Number(day.format('d')), requests, nanoUsd });
    day = next;
  }
  return { now, monthStart, days };
}
