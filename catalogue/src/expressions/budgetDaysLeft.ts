import { native } from '../metrics/native.js';
import type { Matchers } from './selector.js';
import { gaugeOf } from './gaugeOf.js';

const SECONDS_A_DAY = 86_400;

/** Days until a budget is spent if it goes on as in the last hour, or none of it is: +Inf. */
export function budgetDaysLeft(matchers: Matchers = {}): string {
  const options = { by: ['budget', 'kind', 'subject'] as const, matchers, aggregation: 'min' as const };
  return `${gaugeOf(native.budgetExhaustionSeconds, options)} / ${SECONDS_A_DAY}`;
}
