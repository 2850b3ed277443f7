import { native } from '../metrics/native.js';
import { histogramQuantile } from './histogramQuantile.js';
import type { ExpressionOptions } from './selector.js';

/** A quantile of the time to first token of streamed answers, in seconds. */
export function timeToFirstToken(quantile: number, options: ExpressionOptions = {}): string {
  return histogramQuantile(native.timeToFirstToken.name, quantile, options);
}
