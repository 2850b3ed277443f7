import { native } from '../metrics/native.js';
import { type ExpressionOptions, RATE_INTERVAL, selector, sumBy } from './selector.js';

/** Share of requests answered from the cache among those that it was asked for, 0 to 1; a bypass does not count. */
export function cacheHitRatio({ by, matchers, window = RATE_INTERVAL }: ExpressionOptions = {}): string {
  const rate = (result: string) =>
    `${sumBy(by)} (rate(${native.cacheRequests.name}${selector({ ...matchers, result })}[${window}]))`;
  const asked = rate('hit|miss');
  return `(${rate('hit')} or 0 * ${asked}) / (${asked} > 0)`;
}
