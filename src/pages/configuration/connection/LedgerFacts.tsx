import React from 'react';
import { formattedValueToString, getValueFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { GatewayStatus } from '../../../api/gateway/objects';
import { Facts } from '../../../components/Facts';
import { StatusBadge } from './StatusBadge';

interface Props {
  ledger: GatewayStatus['ledger'];
}

/** Whether usage is written down, and how far behind. */
export function LedgerFacts({ ledger }: Props) {
  const bytes = getValueFormat('bytes');
  const seconds = getValueFormat('s');
  const good = !ledger.full && !ledger.journal_failing;
  const text = ledger.full
    ? t('connection.ledger.full', 'Full: requests are refused')
    : ledger.journal_failing
      ? t('connection.ledger.journal-failing', 'The journal cannot be written: requests are refused')
      : t('connection.ledger.good', 'Takes everything');
  return (
    <Facts
      facts={[
        [t('connection.ledger.title', 'Ledger'), <StatusBadge key="ledger" good={good} text={text} />],
        [t('connection.ledger.pending', 'Waiting to be written'), String(ledger.pending)],
        [t('connection.ledger.lag', 'Oldest of them waits'), formattedValueToString(seconds(ledger.lag_seconds, 1))],
        [t('connection.ledger.journal', 'Journal'), formattedValueToString(bytes(ledger.journal_bytes))],
        [t('connection.ledger.refused', 'Refused for good'), ledger.refused === 0 ? undefined : String(ledger.refused)],
      ]}
    />
  );
}
