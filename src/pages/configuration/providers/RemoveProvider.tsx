import React from 'react';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Provider } from '../../../api/gateway/objects';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import type { SetUp } from '../useSetUp';
import { dependentsOf } from './dependents';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  provider: Provider;
  setUp: SetUp;
  onDone: () => void;
  onDismiss: () => void;
}

/** Removes a provider, or says what has to go, or to change, before. */
export function RemoveProvider({ gatewayUid, provider: { name, revision }, setUp, onDone, onDismiss }: Props) {
  const { models, prices } = dependentsOf(name, setUp);
  if (models.length + prices.length > 0) {
    return (
      <Alert
        severity="warning"
        title={t('providers.remove.used', '{{name}} cannot be removed: it is in use', { name, ...AS_IT_IS })}
        onRemove={onDismiss}
      >
        {models.length > 0 && (
          <div>
            {t('providers.remove.models', 'Models with deployments of it: {{names}}', {
              names: models.join(', '),
              ...AS_IT_IS,
            })}
          </div>
        )}
        {prices.length > 0 && (
          <div>
            {t('providers.remove.prices', 'Prices for it: {{names}}', { names: prices.join(', '), ...AS_IT_IS })}
          </div>
        )}
        <div>{t('providers.remove.advice', 'Take it out of them, or remove them, first.')}</div>
      </Alert>
    );
  }
  return (
    <ConfirmChange
      title={t('providers.remove.title', 'Remove the provider {{name}}', { name, ...AS_IT_IS })}
      consequence={t('providers.remove.note', 'Its secret is forgotten with it. Nothing uses it.')}
      confirm={t('providers.remove.confirm', 'Remove')}
      name={name}
      change={() => gatewayApi(gatewayUid).delete('/providers/{name}', { path: { name }, query: { revision } })}
      onDone={onDone}
      onDismiss={onDismiss}
    />
  );
}
