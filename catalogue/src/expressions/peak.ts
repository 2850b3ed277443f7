import { RATE_INTERVAL } from './selector.js';

/** The largest that each series of an expression was over a history (a PromQL duration). */
export function peak(expression: string, history: string): string {
  return `max_over_time((${expression})[${history}:${RATE_INTERVAL}])`;
}
