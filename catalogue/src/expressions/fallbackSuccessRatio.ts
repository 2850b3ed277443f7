import { native } from '../metrics/native.js';
import { rateOf } from './rateOf.js';
import { ratio } from './ratio.js';
import type { ExpressionOptions } from './selector.js';

/** Share of fallbacks to another model that answered, 0 to 1, by the two models; no series while none fires. */
export function fallbackSuccessRatio({ matchers, window }: Omit<ExpressionOptions, 'by'> = {}): string {
  const options = { by: ['from_model', 'to_model'] as const, ...(window !== undefined && { window }) };
  const answered = rateOf(native.fallbacks, { ...options, matchers: { ...matchers, success: 'true' } });
  return ratio(answered, rateOf(native.fallbacks, { ...options, ...(matchers && { matchers }) }));
}
