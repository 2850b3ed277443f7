import { type ExpressionOptions, RATE_INTERVAL, selector, sumBy } from './selector.js';

/** A quantile (0 to 1) of a classic histogram; shared by the latency expressions. */
export function histogramQuantile(
  name: string,
  quantile: number,
  { by = [], matchers, window = RATE_INTERVAL }: ExpressionOptions = {}
): string {
  return `histogram_quantile(${quantile}, ${sumBy(['le', ...by])} (rate(${name}_bucket${selector(matchers)}[${window}])))`;
}
