import type { BreakerState } from '../../routing/breaker.js';
import type { DeploymentState } from '../../routing/deploymentState.js';
import type { RoutingEvents } from '../../routing/events.js';
import type { Metrics } from '../registry.js';

export interface DeploymentParts {
  readonly states: () => readonly DeploymentState[];
  readonly events: RoutingEvents;
}

const BREAKER_VALUES: Readonly<Record<BreakerState, number>> = { closed: 0, open: 1, half_open: 2 };

/** How the deployments are. One of several models is told of as it is where it is worst. @returns what reads it */
export function observeDeployments(
  { instruments: metrics, labels }: Pick<Metrics, 'instruments' | 'labels'>,
  { states, events }: DeploymentParts
): () => void {
  events.subscribe(({ type, provider, deployment, to }) => {
    if (type === 'breaker' && deployment !== undefined) {
      const of = { provider: labels.provider.show(provider), deployment: labels.deployment.show(deployment) };
      metrics.breakerTransitions.inc({ ...of, to });
    }
  });
  return () => {
    const { deploymentHealth, breakerState, reportedLimit, reportedLimitRemaining } = metrics;
    [deploymentHealth, breakerState, reportedLimit, reportedLimitRemaining].forEach((gauge) => gauge.reset());
    const now = Date.now();
    const worst = new Map<string, { readonly provider: string; healthy: boolean; breaker: number }>();
    for (const state of states()) {
      const { id, provider } = state.deployment;
      const deployment = labels.deployment.find(id);
      if (deployment === undefined) {
        continue;
      }
      const of = { provider: labels.provider.show(provider.name), deployment };
      const before = worst.get(deployment);
      worst.set(deployment, {
        provider: of.provider,
        healthy: isHealthy(state, now) && before?.healthy !== false,
        breaker: Math.max(BREAKER_VALUES[state.breaker.state(now)], before?.breaker ?? 0),
      });
      for (const kind of ['requests', 'tokens'] as const) {
        const limit = state.reported?.[kind];
        if (limit !== undefined) {
          reportedLimit.set({ ...of, kind }, limit.limit);
          reportedLimitRemaining.set({ ...of, kind }, limit.remaining);
        }
      }
    }
    for (const [deployment, { provider, healthy, breaker }] of worst) {
      deploymentHealth.set({ provider, deployment }, healthy ? 1 : 0);
      breakerState.set({ provider, deployment }, breaker);
    }
  };
}

/** One that has as many calls as it may have is not ready for more, but well. */
function isHealthy(state: DeploymentState, now: number): boolean {
  const why = state.notReady(now);
  return why === undefined || why.kind === 'busy';
}
