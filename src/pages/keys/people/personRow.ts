import { subjectLimits, type LimitPart } from '../rules/limitParts';
import { subjectBudgets, type SubjectBudget } from '../rules/standings';
import type { Rules } from '../rules/useRules';
import type { Spend } from '../list/useSpend';
import type { Person } from './person';

/** A line of the list of teams or users. Has the fields by which it is sorted at its top. */
export interface PersonRow {
  readonly name: string;
  readonly person: Person;
  readonly keys: number;
  readonly budget: SubjectBudget | undefined;
  readonly share: number;
  /** The nearest to being used up first. */
  readonly limits: readonly LimitPart[];
  readonly spentUsd: number | undefined;
}

export function personRow(person: Person, rules: Rules, spend: ReadonlyMap<string, Spend> | undefined): PersonRow {
  const { name, keys } = person;
  const [budget] = subjectBudgets(rules.budgets, person);
  const spentUsd = spend && (spend.get(name)?.costUsd ?? 0);
  return {
    name,
    person,
    keys,
    budget,
    share: budget?.share ?? -1,
    limits: subjectLimits(rules.limits, person),
    spentUsd,
  };
}
