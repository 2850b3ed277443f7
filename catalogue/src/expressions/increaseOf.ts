import type { MetricFamily } from '../metrics/family.js';
import { type FamilyOptions, type Matchers, RANGE, selector, sumBy } from './selector.js';

/**
 * What a counter rose by over a window, the time range of the dashboard unless told otherwise. Restarts of a gateway are
 * taken into account; Prometheus extends the first and last sample to the ends of the window, so it is seldom whole.
 */
export function increaseOf<Label extends string>(
  { name }: MetricFamily<Label, 'counter'>,
  { by, matchers, window = RANGE }: FamilyOptions<Label> = {}
): string {
  return `${sumBy(by)} (increase(${name}${selector(matchers as Matchers)}[${window}]))`;
}
