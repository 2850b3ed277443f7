import type { BudgetRule } from './rules.js';

/** An amount of a budget at which something is written down or told. */
export interface BudgetLevel {
  /** As budget_notices has it: percent of the limit, or SPENT_IN. */
  readonly threshold: number;
  /** Nano-dollars or tokens. */
  readonly amount: number;
}

/** That a window was spent in at all, so that its end is worth telling. */
export const SPENT_IN = -1;
export const RESET = 0;
export const EXHAUSTED = 100;

/** What there is to tell of a budget in a window, in the order of the amounts. */
export function levelsOf({ limit, period, warnAt }: BudgetRule): readonly BudgetLevel[] {
  const percents = new Set(warnAt.filter((share) => share < 1).map((share) => Math.round(share * 1_000) / 10));
  const warnings = [...percents].filter((percent) => percent > 0 && percent < EXHAUSTED).sort((a, b) => a - b);
  return [
    // A rolling window never begins anew.
    ...(period.kind === 'rolling' ? [] : [{ threshold: SPENT_IN, amount: 1 }]),
    ...warnings.map((threshold) => ({ threshold, amount: (limit * threshold) / 100 })),
    { threshold: EXHAUSTED, amount: limit },
  ];
}
