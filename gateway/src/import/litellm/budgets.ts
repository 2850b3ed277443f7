import { type KeyPath, keyName } from '../../config/document.js';
import type { Draft, ImportParts } from './draft.js';
import { readDuration } from './duration.js';
import { type Mapping, asAmount, asCount, asText } from './values.js';

type Subject = Pick<Draft['budgets'][number], 'key' | 'team' | 'user' | 'provider' | 'model'>;

/** Highest limit that our configuration takes. */
const MAX_USD = 9_000_000;
const MIN_USD = 1e-9;
/** A budget of LiteLLM's without a duration never begins anew. */
const FOR_EVER = '3650d';

const CALENDAR = 'it begins anew with the calendar, in UTC';
const ROLLING = 'a rolling window: what was spent before it counts no more';
const ENDLESS = 'it never begins anew: ten years are as good as for ever';

export interface BudgetSource {
  readonly amount: KeyPath;
  readonly duration: KeyPath;
  /** Values at these paths. */
  readonly limit: unknown;
  readonly lasts: unknown;
}

/** Paths and values of a budget that stands in a map under these keys. */
export function budgetIn(
  map: Mapping,
  path: KeyPath,
  keys: { readonly limit: string; readonly duration: string }
): BudgetSource {
  return {
    amount: [...path, keys.limit],
    duration: [...path, keys.duration],
    limit: map[keys.limit],
    lasts: map[keys.duration],
  };
}

/**
 * Adds a budget for each subject, with an equal share of the limit.
 * @param note what is different from LiteLLM, if anything
 */
export function addBudget(
  source: BudgetSource,
  name: string,
  subjects: readonly Subject[],
  { account, draft }: ImportParts,
  note?: string
): void {
  const { amount, duration, limit, lasts } = source;
  if (!given(limit)) {
    if (given(lasts)) {
      account.leftOut(duration, 'no amount stands beside it');
    }
    return;
  }
  const usd = asAmount(limit);
  const period = given(lasts) ? readDuration(asText(lasts) ?? '') : { window: FOR_EVER };
  if (usd === undefined || usd < MIN_USD || usd > MAX_USD || period === undefined || subjects.length === 0) {
    const why =
      period === undefined
        ? 'its duration cannot be read'
        : subjects.length === 0
          ? 'nothing that it is on was taken over'
          : 'it is not an amount that can be read';
    account.leftOut(amount, `${why}; add a budget by hand`);
    if (given(lasts)) {
      account.leftOut(duration, `as ${keyName(amount)}`);
    }
    return;
  }
  const first = draft.budgets.length;
  const share = Math.max(MIN_USD, Math.floor((usd / subjects.length) * 1e9) / 1e9);
  for (const subject of subjects) {
    const ours = { ...subject, limit_usd: subjects.length === 1 ? usd : share, ...period };
    draft.budgets.push({ name: freeName(name, draft.budgets), ...ours });
  }
  const shared = subjects.length === 1 ? undefined : `in equal shares: it is on ${subjects.length} providers of ours`;
  const notes = [note, shared, given(lasts) ? undefined : ENDLESS].filter((each) => each !== undefined);
  account.kept(amount, `budgets[${first}].limit_usd`, notes.length === 0 ? undefined : notes.join('; '));
  if (given(lasts)) {
    const [target, differs] = 'period' in period ? ['period', CALENDAR] : ['window', ROLLING];
    account.kept(duration, `budgets[${first}].${target}`, differs);
  }
}

/** Adds limits of a subject; each key of the map becomes one of ours. */
export function addLimits(
  map: Mapping,
  path: KeyPath,
  keys: Readonly<Partial<Record<'requests_per_minute' | 'tokens_per_minute' | 'parallel_requests', string>>>,
  name: string,
  subject: Pick<Draft['limits'][number], 'key' | 'team' | 'user' | 'model'>,
  { account, draft }: ImportParts
): void {
  const limits: Record<string, number> = {};
  for (const [ours, theirs] of Object.entries(keys)) {
    if (!given(map[theirs])) {
      continue;
    }
    const value = asCount(map[theirs]);
    if (value === undefined) {
      account.leftOut([...path, theirs], 'it is not a whole number above 0');
    } else {
      limits[ours] = value;
      account.kept([...path, theirs], `limits[${draft.limits.length}].${ours}`);
    }
  }
  if (Object.keys(limits).length > 0) {
    draft.limits.push({ name: freeName(name, draft.limits), ...subject, ...limits });
  }
}

const given = (value: unknown): boolean => value !== undefined && value !== null;

export function freeName(wanted: string, taken: ReadonlyArray<{ readonly name: string }>): string {
  let name = wanted;
  for (let number = 2; taken.some((each) => each.name === name); number++) {
    name = `${wanted}-${number}`;
  }
  return name;
}
