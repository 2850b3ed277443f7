import { native } from '../metrics/native.js';
import { RATE_INTERVAL, type Matchers } from './selector.js';
import { gaugeOf } from './gaugeOf.js';

/**
 * Share of each budget that will be spent when it begins anew, 0 to 1 and beyond, if spending goes on as over its history
 * (a PromQL duration).
 */
export function budgetAtReset(history: string, matchers: Matchers = {}): string {
  const budget = { by: ['budget', 'kind', 'subject'] as const, matchers, aggregation: 'max' as const };
  const spent = gaugeOf(native.budgetSpent, budget);
  const slope = `clamp_min(deriv((${spent})[${history}:${RATE_INTERVAL}]), 0)`;
  const toCome = `${slope} * ${gaugeOf(native.budgetResetSeconds, budget)}`;
  return `(${spent} + ${toCome}) / (${gaugeOf(native.budgetLimit, budget)} > 0)`;
}
