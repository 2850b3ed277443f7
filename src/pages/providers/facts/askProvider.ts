import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import { GatewayApiError } from '../../../api/gateway/gatewayApiError';
import type { AdminQuestion } from '../../../scenes/queries/AdminData';
import type { ProviderFacts } from './providerState';

export type SavedProvider = Pick<ProviderFacts, 'deployments' | 'saved'>;

/** What the admin API knows of a provider, which may be nothing. */
export async function askProvider({ api }: Pick<AdminQuestion, 'api'>, name: string): Promise<SavedProvider> {
  const [{ deployments }, saved] = await Promise.all([api.get('/deployments'), savedProvider(api, name)]);
  return { deployments: deployments.filter(({ provider }) => provider === name), saved };
}

async function savedProvider(api: GatewayApi, name: string): Promise<SavedProvider['saved']> {
  if (name === '') {
    return undefined;
  }
  try {
    return await api.get('/providers/{name}', { path: { name } });
  } catch (thrown) {
    if (thrown instanceof GatewayApiError && thrown.status === 404) {
      return undefined;
    }
    throw thrown;
  }
}
