import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { Provider } from '../../../api/gateway/objects';
import { Facts } from '../../../components/Facts';
import type { SetUp } from '../useSetUp';
import { dependentsOf } from './dependents';
import { providerHealth } from './providerHealth';
import { ProviderHealthBadge } from './ProviderHealthBadge';
import { providerSecret } from './providerSecret';
import { typeLabel } from './providerTypes';

interface Props {
  provider: Provider;
  setUp: SetUp;
}

/** What there is to say about a provider. */
export function ProviderFacts({ provider, setUp }: Props) {
  const health = providerHealth(provider, setUp.deployments);
  return (
    <Facts
      facts={[
        [t('providers.fact.health', 'Health'), <ProviderHealthBadge key="health" health={health} />],
        [t('providers.fact.type', 'Type'), typeLabel(provider.type)],
        [t('providers.fact.address', 'Address'), 'base_url' in provider ? provider.base_url : undefined],
        [t('providers.fact.secret', 'API key'), providerSecret(provider)],
        [t('providers.fact.prices', 'Price list'), provider.prices],
        [t('providers.fact.models', 'Models'), dependentsOf(provider.name, setUp).models.join(', ')],
        [t('providers.fact.changed', 'Last change'), provider.updated_at && dateTimeFormat(provider.updated_at)],
      ]}
    />
  );
}
