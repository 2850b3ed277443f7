import type { MetricFamily } from '../metrics/family.js';
import { type ExpressionOptions, RATE_INTERVAL, selector, sumBy } from './selector.js';

/**
 * How often something rare was counted within the window. A series that appears with its first event has no increase,
 * so of one that was not there before the window its whole value counts.
 */
export function occurrences(
  { name }: MetricFamily,
  { by, matchers, window = RATE_INTERVAL }: ExpressionOptions = {}
): string {
  const series = `${name}${selector(matchers)}`;
  return `${sumBy(by)} ((${series} unless ${series} offset ${window}) or increase(${series}[${window}]))`;
}
