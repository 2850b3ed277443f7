import type { MetricFamily } from '../metrics/family.js';
import { type FamilyOptions, type Matchers, RATE_INTERVAL, selector, sumBy } from './selector.js';

/** What a counter rises by, per second. */
export function rateOf<Label extends string>(
  { name }: MetricFamily<Label, 'counter'>,
  { by, matchers, window = RATE_INTERVAL }: FamilyOptions<Label> = {}
): string {
  return `${sumBy(by)} (rate(${name}${selector(matchers as Matchers)}[${window}]))`;
}
