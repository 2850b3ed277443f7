import { RATE_INTERVAL } from './selector.js';

/**
 * Mean of an expression over a history (a PromQL duration), of the part of it that there is: a rate over a window that is
 * longer than the data would count the rest as nothing.
 */
export function average(expression: string, history: string): string {
  return `avg_over_time((${expression})[${history}:${RATE_INTERVAL}])`;
}
