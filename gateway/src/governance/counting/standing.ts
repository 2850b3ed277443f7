import { endOf } from './buckets.js';
import type { Claim, Standing } from './counters.js';

/** What a counter holds at a time. */
export interface Totals {
  readonly used: number;
  readonly reserved: number;
  /** The oldest bucket that holds anything; undefined where nothing does. */
  readonly oldest: number | undefined;
}

export function standingOf({ counter, kind, limit, window }: Claim, totals: Totals, at: number): Standing {
  const { used, reserved, oldest } = totals;
  const timeless = kind === 'parallel' || (oldest === undefined && window.kind === 'rolling');
  return { counter, used, reserved, limit, resetsAt: timeless ? at : endOf(window, oldest ?? 0) };
}

export function fits({ amount, limit }: Claim, { used, reserved }: Totals): boolean {
  return limit === undefined || used + reserved + amount <= limit;
}
