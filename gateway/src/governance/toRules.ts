import type { BudgetConfig, LimitConfig } from '../config/schema.js';
import type { BudgetPeriod, BudgetRule, LimitRule } from './rules.js';
import { SUBJECT_KINDS, type Subject } from './subject.js';

const NANO = 1e9;
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

export function toBudgetRule(budget: BudgetConfig): BudgetRule {
  const usd = budget.limit_usd;
  return {
    name: budget.name,
    subject: subjectOf(budget),
    unit: usd === undefined ? 'tokens' : 'usd',
    limit: usd === undefined ? (budget.limit_tokens ?? 0) : Math.round(usd * NANO),
    period: periodOf(budget),
    hard: budget.hard,
    warnAt: [...new Set(budget.warn_at)].sort((a, b) => a - b),
  };
}

export function toLimitRule(limit: LimitConfig): LimitRule {
  return {
    name: limit.name,
    subject: subjectOf(limit),
    requestsPerMinute: limit.requests_per_minute,
    tokensPerMinute: limit.tokens_per_minute,
    parallelRequests: limit.parallel_requests,
  };
}

/** What the checks made sure of is that there is exactly one. */
function subjectOf(rule: Partial<Record<Subject['kind'], string>>): Subject {
  const kind = SUBJECT_KINDS.find((each) => rule[each] !== undefined) ?? 'key';
  return { kind, value: rule[kind] ?? '' };
}

function periodOf({ period = 'monthly', window, timezone }: BudgetConfig): BudgetPeriod {
  return window === undefined
    ? { kind: 'calendar', unit: period, timezone }
    : { kind: 'rolling', lengthMs: Number(window.slice(0, -1)) * (UNIT_MS[window.slice(-1)] ?? 0) };
}
