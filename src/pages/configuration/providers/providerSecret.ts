import { t } from '@grafana/i18n';
import type { Provider } from '../../../api/gateway/objects';
import { knownSecret } from './knownSecret';
import { secretsOf } from './providerTypes';
import { AS_IT_IS } from '../../../asItIs';

/** What may be said of a provider's secrets; nothing for one that has no use for any. */
export function providerSecret(provider: Provider): string | undefined {
  const secrets = secretsOf(provider.type);
  if (secrets.length === 0) {
    return undefined;
  }
  const known = secrets.map((field) => knownSecret(provider, field)).find(({ isThere }) => isThere);
  if (known === undefined) {
    return t('providers.secret.none', 'none');
  }
  return known.endsWith === undefined
    ? t('providers.secret.there', 'configured')
    : t('providers.secret.ends', 'configured, ends with {{end}}', { end: known.endsWith, ...AS_IT_IS });
}
