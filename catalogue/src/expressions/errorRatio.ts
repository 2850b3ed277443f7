import { ratio } from './ratio.js';
import { requestRate } from './requestRate.js';
import type { ExpressionOptions } from './selector.js';

/** Share of ended requests that failed, 0 to 1; a client that left is not a failure. 0, not absent, while nothing fails. */
export function errorRatio(options: ExpressionOptions = {}): string {
  const failed = requestRate({ ...options, matchers: { ...options.matchers, status: 'error' } });
  return ratio(failed, requestRate(options));
}
