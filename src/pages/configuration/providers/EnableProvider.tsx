import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Provider } from '../../../api/gateway/objects';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import type { SetUp } from '../useSetUp';
import { lastOf } from './dependents';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  provider: Provider;
  setUp: SetUp;
  onDone: () => void;
}

/** Takes a provider out of routing, or puts it back. */
export function EnableProvider({ gatewayUid, provider: { name, enabled, revision }, setUp, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  const isDisabled = enabled === false;
  const change = async () => {
    await gatewayApi(gatewayUid).patch('/providers/{name}', {
      path: { name },
      query: { revision },
      body: { enabled: isDisabled },
    });
  };

  return (
    <>
      <Button
        size="sm"
        variant="secondary"
        icon={isDisabled ? 'play' : 'pause'}
        aria-label={
          isDisabled
            ? t('providers.enable.label', 'Enable the provider {{name}}', { name, ...AS_IT_IS })
            : t('providers.disable.label', 'Disable the provider {{name}}', { name, ...AS_IT_IS })
        }
        onClick={() => setAsking(true)}
      >
        {isDisabled ? (
          <Trans i18nKey="providers.enable.button">Enable</Trans>
        ) : (
          <Trans i18nKey="providers.disable.button">Disable</Trans>
        )}
      </Button>
      {asking && (
        <ConfirmChange
          title={
            isDisabled
              ? t('providers.enable.title', 'Enable {{name}}', { name, ...AS_IT_IS })
              : t('providers.disable.title', 'Disable {{name}}', { name, ...AS_IT_IS })
          }
          consequence={
            isDisabled
              ? t('providers.enable.note', 'From now on it gets requests again, as its models’ deployments say.')
              : disabling(lastOf(name, setUp))
          }
          confirm={isDisabled ? t('providers.enable.confirm', 'Enable') : t('providers.disable.confirm', 'Disable')}
          isHarmless={isDisabled}
          change={change}
          onDone={() => {
            setAsking(false);
            onDone();
          }}
          onDismiss={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** @param models that are left with nothing */
function disabling(models: readonly string[]): string {
  const note = t(
    'providers.disable.note',
    'New requests go to other deployments, and its health is neither checked nor alerted on. Those under way are still answered.'
  );
  return models.length === 0
    ? note
    : `${note} ${t(
        'providers.disable.last',
        'Nothing else that is enabled answers for: {{models}}. Requests for them go to their fallbacks, or are refused with 503.',
        { models: models.join(', '), ...AS_IT_IS }
      )}`;
}
