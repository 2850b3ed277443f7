import { providerFailureRatio } from './providerFailureRatio.js';
import type { ExpressionOptions } from './selector.js';

/** Calls of each hundred to providers that failed through the provider, whether or not a retry or fallback saved the request. */
export function providerErrorsPerHundred(options: ExpressionOptions = {}): string {
  return `100 * (${providerFailureRatio(options)})`;
}
