import { useCallback } from 'react';
import { gatewayApi } from '../../api/gateway/gatewayApi';
import {
  LONGEST_LIST,
  type DeploymentState,
  type Model,
  type PriceOverride,
  type Provider,
} from '../../api/gateway/objects';
import { useLoad, type Load } from '../../components/load/useLoad';

/** What answers requests, and how it stands: file and API together. */
export interface SetUp {
  readonly providers: readonly Provider[];
  readonly models: readonly Model[];
  readonly prices: readonly PriceOverride[];
  /** On the replica that answers. */
  readonly deployments: readonly DeploymentState[];
  /** The store cannot be read now: some may be missing. */
  readonly partial: boolean;
}

export function useSetUp(gatewayUid: string): Load<SetUp> {
  return useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<SetUp> => {
        const api = gatewayApi(gatewayUid);
        const call = { query: { limit: LONGEST_LIST }, signal };
        const [providers, models, prices, { deployments }] = await Promise.all([
          api.get('/providers', call),
          api.get('/models', call),
          api.get('/prices', call),
          api.get('/deployments', { signal }),
        ]);
        return {
          providers: providers.providers,
          models: models.models,
          prices: prices.prices,
          deployments,
          partial: [providers, models, prices].some(({ partial }) => partial),
        };
      },
      [gatewayUid]
    )
  );
}
