import { native } from '../metrics/native.js';
import { type ExpressionOptions, selector, sumBy } from './selector.js';

/** Ended requests since the gateways started. */
export function requestCount({ by, matchers }: Pick<ExpressionOptions, 'by' | 'matchers'> = {}): string {
  return `${sumBy(by)} (${native.requests.name}${selector(matchers)})`;
}
