import type { Key } from '../../../api/gateway/objects';
import { subjectLimits, type LimitPart } from '../rules/limitParts';
import { subjectBudgets, type SubjectBudget } from '../rules/standings';
import type { Rules } from '../rules/useRules';
import { keyState, type KeyState } from './keyState';
import type { Spend } from './useSpend';

/** A line of the list of keys. Has the fields by which it is sorted at its top. */
export interface KeyRow {
  readonly name: string;
  readonly key: Key;
  readonly state: KeyState;
  readonly team: string;
  readonly user: string;
  readonly spentUsd: number | undefined;
  readonly expires: number;
  readonly budget: SubjectBudget | undefined;
  readonly share: number;
  /** The nearest to being used up first. */
  readonly limits: readonly LimitPart[];
}

export function keyRow(key: Key, rules: Rules, spend: ReadonlyMap<string, Spend> | undefined): KeyRow {
  const subject = { kind: 'key', name: key.name } as const;
  const [budget] = subjectBudgets(rules.budgets, subject);
  return {
    name: key.name,
    key,
    state: keyState(key),
    team: key.team ?? '',
    user: key.user ?? '',
    spentUsd: spend && (spend.get(key.name)?.costUsd ?? 0),
    expires: key.expires_at === undefined ? Number.POSITIVE_INFINITY : Date.parse(key.expires_at),
    budget,
    share: budget?.share ?? -1,
    limits: subjectLimits(rules.limits, subject),
  };
}
