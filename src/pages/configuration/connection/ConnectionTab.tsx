import React from 'react';
import { Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { Loaded } from '../../../components/load/Loaded';
import { GatewayFacts } from './GatewayFacts';
import { LedgerFacts } from './LedgerFacts';
import { useStatus } from './useStatus';

interface Props {
  gatewayUid: string;
}

/** What Grafana is connected to, and how that stands. */
export function ConnectionTab({ gatewayUid }: Props) {
  return (
    <Loaded load={useStatus(gatewayUid)} failed={t('connection.failed', 'The gateway cannot be reached')}>
      {(status) => (
        <Stack direction="column" gap={3}>
          <GatewayFacts status={status} />
          <LedgerFacts ledger={status.ledger} />
        </Stack>
      )}
    </Loaded>
  );
}
