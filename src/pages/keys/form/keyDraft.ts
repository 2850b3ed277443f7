import type { Key } from '../../../api/gateway/objects';
import { fromPairs, toPairs, type Pair } from '../../../components/forms/pairs';
import { NEW_BUDGET, type BudgetDraft } from '../rules/budgetDraft';
import { NEW_LIMIT, type LimitDraft } from '../rules/limitDraft';

/** What of a key can be changed, as it is typed. Fields are called as the gateway calls them. */
export interface KeyDraft {
  name: string;
  team: string;
  user: string;
  models: string[];
  addresses: string[];
  tags: readonly Pair[];
  /** As `datetime-local` has it, in the browser's time zone; empty for no end. */
  expires_at: string;
}

/** A new key may bring its first limit and its first budget along. */
export interface NewKeyDraft extends KeyDraft, Omit<LimitDraft, 'name'>, Omit<BudgetDraft, 'name'> {
  hasBudget: boolean;
}

export const NEW_KEY: NewKeyDraft = {
  ...NEW_LIMIT,
  ...NEW_BUDGET,
  name: '',
  team: '',
  user: '',
  models: [],
  addresses: [],
  tags: [],
  expires_at: '',
  hasBudget: false,
};

export function keyDraft({
  name,
  team = '',
  user = '',
  models = [],
  addresses = [],
  tags,
  expires_at: expiresAt,
}: Key): KeyDraft {
  return {
    name,
    team,
    user,
    models,
    addresses,
    tags: toPairs(tags),
    expires_at: expiresAt === undefined ? '' : toLocal(new Date(expiresAt)),
  };
}

/** What is sent for a key. What the form does not ask of one that is there already stays. */
export function keyBody({ name, team, user, models, addresses, tags, expires_at: expiresAt }: KeyDraft, before?: Key) {
  return {
    ...before,
    name: name.trim(),
    team: team.trim() || undefined,
    user: user.trim() || undefined,
    models: models.length === 0 ? undefined : models,
    addresses: addresses.length === 0 ? undefined : addresses,
    tags: fromPairs(tags),
    expires_at: expiresAt === '' ? undefined : new Date(expiresAt).toISOString(),
  };
}

/** @returns as `datetime-local` has it */
export function toLocal(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${date}T${two(time.getHours())}:${two(time.getMinutes())}`;
}
