import type { Provider } from '../../providers/provider.js';
import type { ProviderHealth } from '../../routing/providerHealth.js';
import type { Router } from '../../routing/router.js';
import type { Metrics } from '../registry.js';

export interface ProviderParts {
  readonly current: () => { readonly providers: ReadonlyMap<string, Provider>; readonly router: Router };
  readonly health: Pick<ProviderHealth, 'snapshot'>;
}

/** How the providers are. @returns what reads it */
export function observeProviders(
  { instruments: metrics, labels }: Pick<Metrics, 'instruments' | 'labels'>,
  { current, health }: ProviderParts
): () => void {
  const { activeRequests, providerHealth, credentialRefused } = metrics;
  return () => {
    const { providers, router } = current();
    activeRequests.reset();
    for (const { name, upstream } of providers.values()) {
      const { running, queued } = upstream.pool.stats;
      activeRequests.inc({ provider: labels.provider.show(name) }, running + queued);
    }
    providerHealth.reset();
    for (const { name, status } of health.snapshot()) {
      const provider = labels.provider.find(name);
      if (status !== 'unknown' && status !== 'disabled' && provider !== undefined) {
        providerHealth.set({ provider }, status === 'healthy' ? 1 : 0);
      }
    }
    credentialRefused.reset();
    const now = Date.now();
    for (const { deployment, gate } of router.states) {
      const provider = labels.provider.find(deployment.provider.name);
      if (provider !== undefined) {
        credentialRefused.set({ provider }, gate.refusedSince(now) === undefined ? 0 : 1);
      }
    }
  };
}
