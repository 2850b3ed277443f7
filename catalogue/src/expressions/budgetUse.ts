import { native } from '../metrics/native.js';
import type { Matchers } from './selector.js';
import { gaugeOf } from './gaugeOf.js';

/** Spent share of each budget, 0 to 1 and beyond. Replicas that share Redis all report the same, so the largest is taken. */
export function budgetUse(
  matchers: Matchers = {},
  by: ReadonlyArray<'budget' | 'kind' | 'subject' | 'unit'> = ['budget', 'kind', 'subject', 'unit']
): string {
  const options = { by, matchers, aggregation: 'max' as const };
  return `${gaugeOf(native.budgetSpent, options)} / (${gaugeOf(native.budgetLimit, options)} > 0)`;
}
