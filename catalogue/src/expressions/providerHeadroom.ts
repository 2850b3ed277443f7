import { native } from '../metrics/native.js';
import type { Matchers } from './selector.js';
import { gaugeOf } from './gaugeOf.js';

/** What is left of the rate limits that providers report, 0 to 1, by deployment and kind: the least that a gateway saw. */
export function providerHeadroom(matchers: Matchers = {}): string {
  const options = { by: ['provider', 'deployment', 'kind'] as const, matchers };
  const left = gaugeOf(native.reportedLimitRemaining, { ...options, aggregation: 'min' });
  return `${left} / (${gaugeOf(native.reportedLimit, { ...options, aggregation: 'max' })} > 0)`;
}
