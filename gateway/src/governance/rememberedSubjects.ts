import { LRUCache } from 'lru-cache';

import type { BudgetStandingsParts } from './budgetStandings.js';
import type { Subject } from './subject.js';

type SubjectsOf = BudgetStandingsParts['subjectsOf'];

/** Most budgets whose subjects are remembered. */
const MOST = 1_000;

/**
 * Remembers for a while who used the most, for those who ask often: the ledger adds up a month to know. Where there was
 * nobody yet, it is asked again.
 */
export function rememberSubjects(subjectsOf: SubjectsOf, forMs: number): SubjectsOf {
  const known = new LRUCache<string, readonly Subject[]>({ max: MOST, ttl: forMs });
  return async (rule, since, most) => {
    const name = JSON.stringify([rule.name, rule.subject, rule.unit, most]);
    const before = known.get(name);
    if (before !== undefined) {
      return before;
    }
    const subjects = await subjectsOf(rule, since, most);
    if (subjects.length > 0) {
      known.set(name, subjects);
    }
    return subjects;
  };
}
