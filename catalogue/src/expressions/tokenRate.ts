import { native } from '../metrics/native.js';
import { type ExpressionOptions, RATE_INTERVAL, selector, sumBy } from './selector.js';

/** Tokens per second through the gateway; split by `type` for input and output. */
export function tokenRate({ by, matchers, window = RATE_INTERVAL }: ExpressionOptions = {}): string {
  return `${sumBy(by)} (rate(${native.tokens.name}${selector(matchers)}[${window}]))`;
}
