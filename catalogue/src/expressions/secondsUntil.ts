import { RATE_INTERVAL } from './selector.js';

/**
 * Seconds until `value` reaches `limit`, at the slope that it has had over its history (a PromQL duration); no series
 * where it does not rise, or is there already.
 */
export function secondsUntil(limit: string, value: string, history: string): string {
  return `(${limit} - ${value} > 0) / (deriv((${value})[${history}:${RATE_INTERVAL}]) > 0)`;
}
