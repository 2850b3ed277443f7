import type { BudgetWindow } from './budgetWindow';

/** What was used of a budget in a part of its time: whole nano-dollars or tokens. */
export interface Step {
  /** Epoch milliseconds. */
  readonly end: number;
  readonly amount: number;
}

export interface BurnDownPoint {
  readonly time: number;
  /** Null in the time to come. Below 0 where a budget that only warns is overspent. */
  readonly left: number | null;
  /** What is left if it is spent evenly; null of a rolling window, which has no end to last until. */
  readonly even: number | null;
}

/** What is left of a budget at the beginning of its time, after each step, now, and at the end. */
export function burnDown(
  limit: number,
  steps: readonly Step[],
  { start, end, isRolling }: BudgetWindow,
  now: number
): BurnDownPoint[] {
  const even = (time: number) => (isRolling ? null : (limit * (end - time)) / (end - start));
  const points: BurnDownPoint[] = [{ time: start, left: limit, even: even(start) }];
  let left = limit;
  for (const step of steps) {
    left -= step.amount;
    points.push({ time: step.end, left, even: even(step.end) });
  }
  if (points.at(-1)!.time < now) {
    points.push({ time: now, left, even: even(now) });
  }
  return now < end ? [...points, { time: end, left: null, even: even(end) }] : points;
}
