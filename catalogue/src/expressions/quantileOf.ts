import type { MetricFamily } from '../metrics/family.js';
import { histogramQuantile } from './histogramQuantile.js';
import type { FamilyOptions, Matchers } from './selector.js';

/** A quantile (0 to 1) of a histogram, in its unit. */
export function quantileOf<Label extends string>(
  { name }: MetricFamily<Label, 'histogram'>,
  quantile: number,
  { by, matchers, window }: FamilyOptions<Label> = {}
): string {
  return histogramQuantile(name, quantile, {
    ...(by && { by }),
    ...(matchers && { matchers: matchers as Matchers }),
    ...(window !== undefined && { window }),
  });
}
