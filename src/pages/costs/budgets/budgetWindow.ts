import { dateTimeForTimeZone, rangeUtil } from '@grafana/data';
import type { Budget } from './standings';

/** The time that a budget counts now, in epoch milliseconds. */
export interface BudgetWindow {
  readonly start: number;
  /** When it begins anew; of a rolling window, which never does, now. */
  readonly end: number;
  readonly isRolling: boolean;
}

const UNITS = { daily: ['day', 'd'], weekly: ['isoWeek', 'w'], monthly: ['month', 'M'] } as const;

export function budgetWindow({ period = 'monthly', timezone = 'UTC', window }: Budget, now: number): BudgetWindow {
  if (window !== undefined) {
    return { start: now - rangeUtil.intervalToMs(window), end: now, isRolling: true };
  }
  const [unit, step] = UNITS[period];
  const start = dateTimeForTimeZone(zoneOf(timezone), now).startOf(unit);
  const end = dateTimeForTimeZone(zoneOf(timezone), start.valueOf()).add(1, step);
  return { start: start.valueOf(), end: end.valueOf(), isRolling: false };
}

/** Grafana knows UTC by another name than calendars do. */
function zoneOf(timezone: string): string {
  return timezone === 'UTC' ? 'utc' : timezone;
}
