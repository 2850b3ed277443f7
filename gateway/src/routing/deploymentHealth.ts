import type { BreakerState } from './breaker.js';
import type { DeploymentState } from './deploymentState.js';

/** How a deployment stands, for `/health`. */
export interface DeploymentHealth {
  readonly deployment: string;
  readonly status: 'ready' | 'not_ready';
  /** Why it gets no calls now. */
  readonly reason: string | undefined;
  readonly breaker: BreakerState;
  /** ISO 8601 time since which the breaker is in that state. */
  readonly since: string;
  /** Calls under way. */
  readonly active: number;
}

/** @param now epoch milliseconds */
export function deploymentHealth(state: DeploymentState, now: number): DeploymentHealth {
  const why = state.notReady(now);
  return {
    deployment: state.deployment.id,
    status: why === undefined ? 'ready' : 'not_ready',
    reason: why?.reason,
    breaker: state.breaker.state(now),
    since: new Date(state.breaker.since).toISOString(),
    active: state.active,
  };
}
