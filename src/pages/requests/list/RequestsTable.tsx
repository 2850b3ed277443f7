import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { RequestRow } from './requestRow';
import { RequestsTableRow } from './RequestsTableRow';
import { tableStyles } from './tableStyles';

interface Props {
  rows: readonly RequestRow[];
  /** The id of the request that is open. */
  selected: string | undefined;
  timeZone: string;
  onOpen: (id: string) => void;
}

/** Single requests, newest first: the only order in which the gateway gives pages. */
export function RequestsTable({ rows, selected, timeZone, onOpen }: Props) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.box}>
      <table className={styles.table} aria-label={t('requests.table.label', 'Requests, newest first')}>
        <thead>
          <tr>
            <th aria-sort="descending">
              <Trans i18nKey="requests.table.time">Time</Trans>
            </th>
            <th>
              <Trans i18nKey="requests.table.status">Status</Trans>
            </th>
            <th>
              <Trans i18nKey="requests.table.model">Model → served</Trans>
            </th>
            <th>
              <Trans i18nKey="requests.table.provider">Provider · cache</Trans>
            </th>
            <th>
              <Trans i18nKey="requests.table.who">Team · key · user</Trans>
            </th>
            <th className={styles.number}>
              <Trans i18nKey="requests.table.tokens">Tokens</Trans>
            </th>
            <th className={styles.number}>
              <Trans i18nKey="requests.table.cost">Cost</Trans>
            </th>
            <th className={styles.number}>
              <Trans i18nKey="requests.table.latency">Latency</Trans>
            </th>
            <th className={styles.number}>
              <abbr title={t('requests.table.ttft-title', 'Time to first token of a stream')}>TTFT</abbr>
            </th>
            <th className={styles.number}>
              <Trans i18nKey="requests.table.attempts">Attempts</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RequestsTableRow
              key={row.id}
              row={row}
              isSelected={row.id === selected}
              timeZone={timeZone}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
