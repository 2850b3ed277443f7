import type { Metrics } from '../registry.js';
import { type DeploymentParts, observeDeployments } from './observeDeployments.js';
import { observeLabels } from './observeLabels.js';
import { observeLedger } from './observeLedger.js';
import { type ProviderParts, observeProviders } from './observeProviders.js';
import { type SharedState, observeSharedState } from './observeSharedState.js';
import { type TrafficParts, observeTraffic } from './observeTraffic.js';

export interface StateParts extends ProviderParts, DeploymentParts, TrafficParts {
  readonly ledger: Parameters<typeof observeLedger>[1];
  readonly shared: SharedState | undefined;
}

/** The state of the gateway's parts, read when Prometheus asks, so that it costs nothing per request. */
export function observeState(metrics: Pick<Metrics, 'instruments' | 'labels'>, parts: StateParts): () => void {
  const { instruments } = metrics;
  const readers = [
    observeProviders(metrics, parts),
    observeDeployments(metrics, parts),
    observeTraffic(instruments, parts),
    observeLedger(instruments, parts.ledger),
    observeSharedState(instruments, parts.shared),
    // Last: the others may show values for the first time.
    observeLabels(metrics),
  ];
  return () => readers.forEach((read) => read());
}
