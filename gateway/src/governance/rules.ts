import type { Subject } from './subject.js';

/** How long a budget lasts: until the calendar turns, or always the last so many milliseconds. */
export type BudgetPeriod =
  | { readonly kind: 'calendar'; readonly unit: 'daily' | 'weekly' | 'monthly'; readonly timezone: string }
  | { readonly kind: 'rolling'; readonly lengthMs: number };

export interface BudgetRule {
  readonly name: string;
  readonly subject: Subject;
  /** Nano-dollars or tokens. */
  readonly unit: 'usd' | 'tokens';
  readonly limit: number;
  readonly period: BudgetPeriod;
  /** Refuses when spent; a soft one only warns. */
  readonly hard: boolean;
  /** Shares of the limit at which to warn, 0 to 1, ascending. */
  readonly warnAt: readonly number[];
  /** Epoch milliseconds at which it came back, or began to count something else: its counters lack what was before. */
  readonly renewedAt?: number | undefined;
}

/** Per minute, and at the same time; undefined for no limit. */
export interface LimitRule {
  readonly name: string;
  readonly subject: Subject;
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
  readonly parallelRequests: number | undefined;
}
