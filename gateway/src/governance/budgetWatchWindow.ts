import { calendarWindow } from './counting/window.js';
import type { BudgetRule } from './rules.js';

/** Epoch milliseconds. */
export interface NoticeWindow {
  readonly start: number;
  readonly end: number;
}

/**
 * The window in which each threshold is told once. Of a rolling budget it is a stretch of its length that begins at a
 * multiple of it, so that all replicas mean the same one.
 */
export function noticeWindow({ period }: BudgetRule, at: number): NoticeWindow {
  if (period.kind === 'calendar') {
    const { start, end } = calendarWindow(period.unit, period.timezone, at);
    return { start, end };
  }
  const start = at - (at % period.lengthMs);
  return { start, end: start + period.lengthMs };
}
