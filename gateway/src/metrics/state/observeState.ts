import type { Metrics } from '../registry.js';
import { type DatabaseParts, observeDatabase } from './observeDatabase.js';
import { type DeploymentParts, observeDeployments } from './observeDeployments.js';
import { type GovernanceReaders, observeGovernance } from './observeGovernance.js';
import { observeLabels } from './observeLabels.js';
import { observeLedger } from './observeLedger.js';
import { type ProviderParts, observeProviders } from './observeProviders.js';
import { type Books, observeReconciliation } from './observeReconciliation.js';
import { type SharedState, observeSharedState } from './observeSharedState.js';
import { type TrafficParts, observeTraffic } from './observeTraffic.js';

export interface StateParts extends ProviderParts, DeploymentParts, TrafficParts {
  readonly ledger: Parameters<typeof observeLedger>[1] & { readonly books: Books };
  readonly database: DatabaseParts;
  readonly governance: GovernanceReaders;
  readonly shared: SharedState | undefined;
}

/** The state of the gateway's parts, read when Prometheus asks, so that it costs nothing per request. */
export function observeState(metrics: Pick<Metrics, 'instruments' | 'labels'>, parts: StateParts): () => Promise<void> {
  const { instruments } = metrics;
  const waiting = [observeDatabase(instruments, parts.database), observeGovernance(metrics, parts.governance)];
  const readers = [
    observeProviders(metrics, parts),
    observeDeployments(metrics, parts),
    observeTraffic(instruments, parts),
    observeLedger(instruments, parts.ledger),
    observeReconciliation(instruments, parts.ledger.books),
    observeSharedState(instruments, parts.shared),
    // Last: the others may show values for the first time.
    observeLabels(metrics),
  ];
  return async () => {
    await Promise.all(waiting.map((read) => read()));
    readers.forEach((read) => read());
  };
}
