import { native } from '../metrics/native.js';
import { type ExpressionOptions, RATE_INTERVAL, selector, sumBy } from './selector.js';

/** Ended requests per second. */
export function requestRate({ by, matchers, window = RATE_INTERVAL }: ExpressionOptions = {}): string {
  return `${sumBy(by)} (rate(${native.requests.name}${selector(matchers)}[${window}]))`;
}
