import React from 'react';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Model } from '../../../api/gateway/objects';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import { modelUsers } from './modelUsers';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  model: Model;
  models: readonly Model[];
  onDone: () => void;
  onDismiss: () => void;
}

/** Removes a model, or says which others have to change before. */
export function RemoveModel({ gatewayUid, model: { name, revision }, models, onDone, onDismiss }: Props) {
  const users = modelUsers(name, models);
  if (users.length > 0) {
    return (
      <Alert
        severity="warning"
        title={t('models.remove.used', '{{name}} cannot be removed: others fall back to it', { name, ...AS_IT_IS })}
        onRemove={onDismiss}
      >
        {t('models.remove.users', 'Take it out of the fallbacks of: {{names}}', {
          names: users.join(', '),
          ...AS_IT_IS,
        })}
      </Alert>
    );
  }
  return (
    <ConfirmChange
      title={t('models.remove.title', 'Remove the model {{name}}', { name, ...AS_IT_IS })}
      consequence={t('models.remove.note', 'Requests for it are refused with 404 from then on.')}
      confirm={t('models.remove.confirm', 'Remove')}
      name={name}
      change={() => gatewayApi(gatewayUid).delete('/models/{name}', { path: { name }, query: { revision } })}
      onDone={onDone}
      onDismiss={onDismiss}
    />
  );
}
