import { native } from '../metrics/native.js';
import type { Matchers } from './selector.js';
import { gaugeOf } from './gaugeOf.js';

/** Used share of each limit, 0 to 1. Replicas that share Redis all report the same, so the largest is taken. */
export function limitUse(matchers: Matchers = {}): string {
  const options = { by: ['limit', 'kind', 'subject', 'unit'] as const, matchers, aggregation: 'max' as const };
  return `${gaugeOf(native.limitUsed, options)} / (${gaugeOf(native.limitAllowed, options)} > 0)`;
}
