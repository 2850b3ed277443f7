import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Provider } from '../../../api/gateway/objects';
import type { Call } from '../../../api/gateway/operations';

type Body = Call<'/providers', 'post'>['body'];

/**
 * Adds a provider, or changes one if nobody else has since. What fields it has depends on its type: the gateway checks.
 * @throws GatewayApiError
 */
export async function saveProvider(
  gatewayUid: string,
  described: Record<string, unknown>,
  before: Provider | undefined
): Promise<void> {
  const api = gatewayApi(gatewayUid);
  const body = described as unknown as Body;
  if (before === undefined) {
    await api.post('/providers', { body });
    return;
  }
  const { name, revision } = before;
  await api.put('/providers/{name}', { path: { name }, query: { revision }, body });
}
