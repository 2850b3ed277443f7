import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Answer, Call } from '../../../api/gateway/operations';

export type ProviderTestResult = Answer<'/providers/{name}/test', 'post'>;
type Body = Call<'/providers/{name}/test', 'post'>['body'];

/**
 * Has the gateway make a real call to a provider: to the one in force, which editors may, or to one that is described,
 * saved or not, which admins may.
 */
export function testProvider(
  gatewayUid: string,
  name: string,
  described?: Record<string, unknown>
): Promise<ProviderTestResult> {
  // OpenAPI has no word for "may be left out" of a body with required fields; the gateway takes none.
  const body = described as unknown as Body;
  return gatewayApi(gatewayUid).post('/providers/{name}/test', { path: { name }, body });
}
