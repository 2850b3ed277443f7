import type { Instruments } from '../registry.js';
import { setTotal } from './setTotal.js';

export interface SharedState {
  readonly state: 'up' | 'down';
  /** Requests that were decided without Redis. */
  readonly fallbacks: number;
}

/** Counters that are shared through Redis; undefined where they are not. @returns what reads it */
export function observeSharedState(metrics: Instruments, shared: SharedState | undefined): () => void {
  return () => {
    if (shared === undefined) {
      // A gauge that is never set has one series of value 0, which would say that Redis is down.
      metrics.sharedStateUp.remove();
    } else {
      metrics.sharedStateUp.set(shared.state === 'up' ? 1 : 0);
    }
    setTotal(metrics.sharedStateFallbacks, shared?.fallbacks ?? 0);
  };
}
