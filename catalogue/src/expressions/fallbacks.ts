import { native } from '../metrics/native.js';
import { occurrences } from './occurrences.js';
import type { ExpressionOptions } from './selector.js';

/** How many requests went on to another model within the window, by both models. */
export function fallbacks({ matchers, window }: Omit<ExpressionOptions, 'by'> = {}): string {
  return occurrences(native.fallbacks, { by: ['from_model', 'to_model'], matchers, window });
}
