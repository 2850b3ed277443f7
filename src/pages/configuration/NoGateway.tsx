import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, EmptyState } from '@grafana/ui';
import { canConfigure } from '../../api/user';
import { useUrlState } from '../../components/urlState/useUrlState';

/** There is no gateway to look at yet. */
export function NoGateway() {
  const { change } = useUrlState();
  return (
    <EmptyState
      variant="call-to-action"
      message={t('configuration.no-gateway', 'Grafana is not connected to an LLM gateway yet')}
      button={
        canConfigure() ? (
          <Button onClick={() => change({ tab: undefined })}>
            <Trans i18nKey="configuration.connect">Connect one</Trans>
          </Button>
        ) : undefined
      }
    >
      {!canConfigure() && (
        <Trans i18nKey="configuration.no-gateway-others">
          Ask an admin of this Grafana organisation to connect one.
        </Trans>
      )}
    </EmptyState>
  );
}
