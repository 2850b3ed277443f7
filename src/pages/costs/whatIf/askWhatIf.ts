import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import type { Answer } from '../../../api/gateway/operations';
import type { UsageFilter } from '../../../datasource/types';
import type { AdminQuestion } from '../../../scenes/queries/AdminData';
import { filterParameters } from '../scope/costScope';

export type WhatIf = Answer<'/usage/what-if', 'get'>;
export type WhatIfGroup = WhatIf['groups'][number];

/** Where requests are to be priced; what is empty is as it was. */
export interface WhatIfTarget {
  readonly provider: string;
  readonly model: string;
}

export function askWhatIf(
  { api, range }: AdminQuestion,
  { provider, model }: WhatIfTarget,
  filters: readonly UsageFilter[]
): Promise<WhatIf> {
  return api.get('/usage/what-if', {
    query: {
      from: String(range.from.valueOf()),
      to: String(range.to.valueOf()),
      to_provider: provider || undefined,
      to_model: model || undefined,
      ...filterParameters(filters),
    },
  });
}

/** The providers that the gateway calls, by name. */
export async function askProviders(api: GatewayApi): Promise<string[]> {
  const { deployments } = await api.get('/deployments');
  return [...new Set(deployments.map(({ provider }) => provider))].sort();
}

/** Models to price with: those deployed, then those that the price list has for the provider. */
export async function askModels(api: GatewayApi, provider: string): Promise<string[]> {
  const [{ deployments }, { models }] = await Promise.all([
    api.get('/deployments'),
    provider === '' ? { models: [] } : api.get('/price-list', { query: { provider } }),
  ]);
  const deployed = deployments.filter((each) => provider === '' || each.provider === provider);
  return [...new Set([...deployed.map((each) => each.provider_model).sort(), ...models])];
}
