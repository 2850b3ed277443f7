import type { Budget, Standing } from '../../../api/gateway/objects';
import { isOn, type Subject } from './subject';

/** A budget of one subject, and where it stands. */
export interface SubjectBudget {
  readonly budget: Budget;
  readonly limit: number;
  readonly unit: Standing['unit'];
  /** In its unit, what is reserved for requests under way included. */
  readonly used: number;
  /** From 0; above 1 where it is overspent. */
  readonly share: number;
  /** Unknown until something was spent. */
  readonly resetsAt?: string;
}

/** Budgets of a subject, the nearest to its limit first, and its own before those on each of its kind. */
export function subjectBudgets(budgets: readonly Budget[], subject: Subject): SubjectBudget[] {
  return budgets
    .filter((budget) => isOn(budget, subject))
    .map((budget) => subjectBudget(budget, subject))
    .sort((a, b) => b.share - a.share || Number(isOnEach(a, subject)) - Number(isOnEach(b, subject)));
}

function isOnEach({ budget }: SubjectBudget, { kind }: Subject): boolean {
  return budget[kind] === '*';
}

function subjectBudget(budget: Budget, { kind, name }: Subject): SubjectBudget {
  const unit = budget.limit_usd === undefined ? 'tokens' : 'usd';
  const limit = budget.limit_usd ?? budget.limit_tokens ?? 0;
  const standing = budget.standings?.find(({ subject }) => subject.kind === kind && subject.value === name);
  const used = standing ? standing.used + standing.reserved : 0;
  return { budget, limit, unit, used, share: limit === 0 ? 0 : used / limit, resetsAt: standing?.resets_at };
}
