import type { MetricFamily } from '../metrics/family.js';
import { type FamilyOptions, type Matchers, RATE_INTERVAL, selector, sumBy } from './selector.js';

/** Observations of a histogram by bucket, for heatmaps. */
export function bucketsOf<Label extends string>(
  { name }: MetricFamily<Label, 'histogram'>,
  { matchers, window = RATE_INTERVAL }: Omit<FamilyOptions<Label>, 'by'> = {}
): string {
  return `${sumBy(['le'])} (increase(${name}_bucket${selector(matchers as Matchers)}[${window}]))`;
}
