import { RATE_INTERVAL } from './selector.js';

/** The smallest that each series of an expression was over a history (a PromQL duration). */
export function least(expression: string, history: string): string {
  return `min_over_time((${expression})[${history}:${RATE_INTERVAL}])`;
}
