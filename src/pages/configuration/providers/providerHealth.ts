import type { DeploymentState, Provider } from '../../../api/gateway/objects';

/** `unused`: no model has a deployment of it. */
export type ProviderHealth = 'healthy' | 'failing' | 'unknown' | 'unused' | 'disabled';

/** How a provider stands, by its deployments: what its last call came to, and whether a breaker is open. */
export function providerHealth(
  { name, enabled }: Pick<Provider, 'name' | 'enabled'>,
  deployments: readonly DeploymentState[]
): ProviderHealth {
  if (enabled === false) {
    return 'disabled';
  }
  const own = deployments.filter(({ provider }) => provider === name);
  const [first] = own;
  if (first === undefined) {
    return 'unused';
  }
  return own.some(({ breaker }) => breaker === 'open') ? 'failing' : first.provider_status;
}
