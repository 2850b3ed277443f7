import type { BudgetWindow } from './budgetWindow';
import { shareUsed, type Standing } from './standings';

const DAY_MS = 86_400_000;

/** Whether a budget lasts if it goes on being spent as it was in its time so far. */
export type Outlook =
  | { readonly kind: 'spent' }
  /** Nothing of it is used. */
  | { readonly kind: 'untouched' }
  /** Until it begins anew; a rolling one as long as it is spent like this. */
  | { readonly kind: 'lasts'; readonly days: number | undefined }
  | { readonly kind: 'runs-out'; readonly days: number };

/** Days are as long as 24 hours. */
export function outlook(standing: Standing, { start, end, isRolling }: BudgetWindow, now: number): Outlook {
  if (shareUsed(standing) >= 1) {
    return { kind: 'spent' };
  }
  if (standing.used === 0) {
    return { kind: 'untouched' };
  }
  if (isRolling) {
    // What was spent in a whole window is spent again in the next one, as much as drops out of it.
    return { kind: 'lasts', days: undefined };
  }
  const perDay = standing.used / ((now - start) / DAY_MS);
  const daysLeft = (standing.limit - standing.used) / perDay;
  const daysToGo = (end - now) / DAY_MS;
  return daysLeft < daysToGo ? { kind: 'runs-out', days: daysLeft } : { kind: 'lasts', days: daysToGo };
}
