import React, { useCallback } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Alert, Badge, InteractiveTable, Stack, Text, type CellProps } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { errorMessage } from '../../../api/grafana';
import { useLoad } from '../../../components/load/useLoad';
import { readAlertEvents, type AlertEvent } from './readAlertEvents';

interface Props {
  gatewayUid: string;
}

const EVERY_MS = 10_000;
const MOST = 20;

/** What evaluators told the gateway’s relay lately: proof that an alert got out of Grafana. */
export function RecentAlerts({ gatewayUid }: Props) {
  const load = useCallback(() => readAlertEvents(gatewayApi(gatewayUid), { limit: MOST }), [gatewayUid]);
  const { data: events, failure } = useLoad(load, { everyMs: EVERY_MS });
  return (
    <Stack direction="column" gap={1}>
      <Text element="h3" variant="h4">
        <Trans i18nKey="alerts.recent.title">Told to the gateway’s relay</Trans>
      </Text>
      {failure !== undefined && (
        <Alert severity="warning" title={t('alerts.recent.unreadable', 'The gateway’s events cannot be read')}>
          {errorMessage(failure)}
        </Alert>
      )}
      {events?.length === 0 && (
        <Text color="secondary">
          <Trans i18nKey="alerts.recent.none">No alert has reached the gateway’s relay yet.</Trans>
        </Text>
      )}
      {events && events.length > 0 && <InteractiveTable columns={columns()} data={events} getRowId={({ id }) => id} />}
    </Stack>
  );
}

type Cell = CellProps<AlertEvent>;

function columns() {
  return [
    {
      id: 'time',
      header: t('alerts.recent.time', 'Time'),
      cell: ({ row }: Cell) => <>{dateTimeFormat(row.original.time)}</>,
      disableGrow: true,
    },
    {
      id: 'type',
      header: t('alerts.recent.state', 'State'),
      cell: ({ row }: Cell) =>
        row.original.type === 'alert_firing' ? (
          <Badge color="red" text={t('alerts.recent.firing', 'Firing')} />
        ) : (
          <Badge color="green" text={t('alerts.recent.resolved', 'Resolved')} />
        ),
      disableGrow: true,
    },
    { id: 'alert', header: t('alerts.recent.alert', 'Alert'), cell: ({ row }: Cell) => <>{row.original.alert}</> },
    {
      id: 'summary',
      header: t('alerts.recent.summary', 'Summary'),
      cell: ({ row }: Cell) => <>{row.original.summary ?? ''}</>,
    },
    {
      id: 'source',
      header: t('alerts.recent.source', 'Told by'),
      cell: ({ row }: Cell) => <>{row.original.source === 'grafana' ? 'Grafana' : 'Alertmanager'}</>,
      disableGrow: true,
    },
  ];
}
