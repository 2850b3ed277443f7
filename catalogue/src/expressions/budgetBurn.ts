import { native } from '../metrics/native.js';
import { type Matchers, selector } from './selector.js';

/** Windows over which a budget's pace is measured, and their lengths in seconds. */
const WINDOW_SECONDS = { '5m': 300, '30m': 1800, '1h': 3600, '2h': 7200, '6h': 21_600, '1d': 86_400 } as const;

export type BurnWindow = keyof typeof WINDOW_SECONDS;
export const BURN_WINDOWS = Object.keys(WINDOW_SECONDS) as readonly BurnWindow[];

/**
 * How many times over what is left of a budget would be spent before it begins anew, if it went on as in the window:
 * the burn rate of the SRE workbook with money in place of errors; 1 is just enough. No series once nothing is left.
 * A reset within the window counts as no spending. Replicas that share a budget say the same of it: one series.
 */
export function budgetBurn(window: BurnWindow, matchers: Matchers = {}): string {
  const on = selector(matchers);
  const pace = `clamp_min(delta(${native.budgetSpent.name}${on}[${window}]), 0) / ${WINDOW_SECONDS[window]}`;
  const left = `(${native.budgetRemaining.name}${on} > 0)`;
  const reset = `${native.budgetResetSeconds.name}${on}`;
  return `max by (cluster, budget, kind, subject) (${pace} / ${left} * ignoring (unit) ${reset})`;
}
