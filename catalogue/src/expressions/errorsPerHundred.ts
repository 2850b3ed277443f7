import { errorRatio } from './errorRatio.js';
import type { ExpressionOptions } from './selector.js';

/** Failed requests of each hundred that ended. */
export function errorsPerHundred(options: ExpressionOptions = {}): string {
  return `100 * (${errorRatio(options)})`;
}
