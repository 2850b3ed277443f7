import type { Instruments } from '../registry.js';

export interface TrafficParts {
  /** Requests that were let in and have not ended. */
  readonly inFlight: () => number;
  /** Requests that wait for a deployment. */
  readonly queued: () => number;
}

/** Requests under way. @returns what reads it */
export function observeTraffic(metrics: Instruments, { inFlight, queued }: TrafficParts): () => void {
  return () => {
    metrics.inFlightRequests.set(inFlight());
    metrics.queuedRequests.set(queued());
  };
}
