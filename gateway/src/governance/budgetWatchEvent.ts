import type { BudgetEvent } from '../events/event.js';
import { EXHAUSTED, RESET } from './budgetWatchLevels.js';
import type { BudgetRule } from './rules.js';

/** One thing to tell of a budget, once for all replicas. */
export interface BudgetNotice {
  readonly rule: BudgetRule;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly windowStart: number;
  readonly resetsAt: number;
  /** As in budget_notices. */
  readonly threshold: number;
  /** Nano-dollars or tokens; undefined of a reset. */
  readonly used: number | undefined;
}

const NANO = 1e9;

/** A notice as the world is told of it: US dollars in place of nano-dollars, ISO times. */
export function budgetEvent(notice: BudgetNotice, time: number): BudgetEvent {
  const { rule, subject, threshold, used, windowStart, resetsAt } = notice;
  const told = (amount: number) => (rule.unit === 'usd' ? amount / NANO : amount);
  return {
    time,
    type: threshold === RESET ? 'budget_reset' : threshold === EXHAUSTED ? 'budget_exhausted' : 'budget_warning',
    budget: rule.name,
    subject: { kind: rule.subject.kind, value: subject },
    unit: rule.unit,
    limit: told(rule.limit),
    ...(used === undefined ? {} : { used: told(used) }),
    ...(threshold === RESET || threshold === EXHAUSTED ? {} : { threshold: threshold / 100 }),
    hard: rule.hard,
    window_start: new Date(windowStart).toISOString(),
    resets_at: new Date(resetsAt).toISOString(),
  };
}
