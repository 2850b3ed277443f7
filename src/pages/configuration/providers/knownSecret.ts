import type { Provider } from '../../../api/gateway/objects';
import type { Secret } from './providerTypes';

/** What the gateway tells of a secret, which is never itself. */
export function knownSecret(provider: Provider | undefined, field: Secret): { isThere: boolean; endsWith?: string } {
  const told = (provider ?? {}) as Readonly<Record<string, unknown>>;
  const endsWith = told[`${field}_ends_with`];
  return { isThere: told[`has_${field}`] === true, endsWith: typeof endsWith === 'string' ? endsWith : undefined };
}
