import { RATE_INTERVAL } from './selector.js';

/**
 * What an expression will be in `ahead` seconds if it goes on as over its history (a PromQL duration), by linear
 * regression; not below 0.
 */
export function forecast(expression: string, history: string, ahead: number | string): string {
  return `clamp_min(predict_linear((${expression})[${history}:${RATE_INTERVAL}], ${ahead}), 0)`;
}
