import type { BudgetRule } from './rules.js';
import type { Subject } from './subject.js';

/** Where a budget stands for one of its subjects. */
export interface BudgetStanding {
  /** Name of the budget. */
  readonly budget: string;
  /** The one that is counted, never `*`. */
  readonly subject: Subject;
  readonly unit: BudgetRule['unit'];
  /** Nano-dollars or tokens, as are used and reserved. */
  readonly limit: number;
  readonly used: number;
  /** For requests under way. */
  readonly reserved: number;
  /** Epoch milliseconds at which the window ends, or at which the oldest part of a rolling one does. */
  readonly resetsAt: number;
}

/** Where all budgets stand. @throws GatewayError 503 when that cannot be told now */
export type BudgetReader = () => Promise<readonly BudgetStanding[]>;
