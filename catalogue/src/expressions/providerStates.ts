import { native } from '../metrics/native.js';
import { gaugeOf } from './gaugeOf.js';
import type { Matchers } from './selector.js';

/** Health of each configured provider as the gateway that sees it worst: 1 or 0, and -1 before its first call. */
export function providerStates(matchers: Matchers = {}): string {
  const health = gaugeOf(native.providerHealth, { by: ['provider'], matchers, aggregation: 'min' });
  // Breakers are there for all that is configured.
  const configured = gaugeOf(native.breakerState, { by: ['provider'], matchers, aggregation: 'max' });
  return `${health} or 0 * ${configured} - 1`;
}
