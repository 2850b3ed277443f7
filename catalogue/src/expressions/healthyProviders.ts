import { native } from '../metrics/native.js';
import { gaugeOf } from './gaugeOf.js';
import type { Matchers } from './selector.js';

/** Number of providers that are healthy as at least one gateway sees them. */
export function healthyProviders(matchers: Matchers = {}): string {
  return `sum (${gaugeOf(native.providerHealth, { by: ['provider'], matchers, aggregation: 'max' })})`;
}
