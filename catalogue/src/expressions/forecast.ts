import { RATE_INTERVAL } from './selector.js';

/**
 * What an expression will be in `ahead` seconds if it goes on as over its history (a PromQL duration), by linear
 * regression; not below 0. No series until there is as much history as that: ten minutes say nothing of a day.
 */
export function forecast(expression: string, history: string, ahead: number): string {
  const line = `clamp_min(predict_linear((${expression})[${history}:${RATE_INTERVAL}], ${ahead}), 0)`;
  return `${line} and last_over_time((${expression})[${RATE_INTERVAL}:${RATE_INTERVAL}] offset ${history})`;
}
