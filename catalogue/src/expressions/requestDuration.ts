import { native } from '../metrics/native.js';
import { histogramQuantile } from './histogramQuantile.js';
import type { ExpressionOptions } from './selector.js';

/** A quantile of the duration of successful requests, in seconds; fast failures would flatter it. */
export function requestDuration(quantile: number, options: ExpressionOptions = {}): string {
  const matchers = { ...options.matchers, status: 'success' };
  return histogramQuantile(native.requestDuration.name, quantile, { ...options, matchers });
}
