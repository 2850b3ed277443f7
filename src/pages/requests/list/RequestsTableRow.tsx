import React, { memo } from 'react';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import { count, duration, moment } from '../format';
import { Cost } from './Cost';
import type { RequestRow } from './requestRow';
import { StatusBadge } from './StatusBadge';
import { tableStyles } from './tableStyles';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  row: RequestRow;
  isSelected: boolean;
  timeZone: string;
  onOpen: (id: string) => void;
}

/** One request. All of the row opens it; by keyboard, its time does. */
export const RequestsTableRow = memo(function RequestsTableRow({ row, isSelected, timeZone, onOpen }: Props) {
  const styles = useStyles2(tableStyles);
  const [date, clock] = moment(row.time, timeZone).split(' ');
  return (
    <tr
      className={isSelected ? styles.selected : undefined}
      aria-current={isSelected || undefined}
      onClick={() => onOpen(row.id)}
    >
      <td>
        <Button
          fill="text"
          size="sm"
          className={styles.time}
          aria-label={t('requests.table.open', 'Open request {{id}}', { id: row.id, ...AS_IT_IS })}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(row.id);
          }}
        >
          {clock}
        </Button>
        <Second>{date}</Second>
      </td>
      <td className={styles.status}>
        <StatusBadge {...row} />
        {row.errorType !== null && <Second>{row.errorType}</Second>}
      </td>
      <td className={styles.name}>
        {row.model}
        {row.servedModel !== null && row.servedModel !== row.model && <Second>{`→ ${row.servedModel}`}</Second>}
      </td>
      <td className={styles.name}>
        {row.provider ?? '–'}
        {row.cache !== 'bypass' && (
          <Second>{t('requests.table.cache', 'cache {{state}}', { state: row.cache, ...AS_IT_IS })}</Second>
        )}
      </td>
      <td className={styles.name}>
        {row.team === null ? row.key : `${row.team} · ${row.key}`}
        {row.user !== null && <Second>{row.user}</Second>}
      </td>
      <td className={styles.number}>{`${count(row.inputTokens)} → ${count(row.outputTokens)}`}</td>
      <td className={styles.number}>
        <Cost {...row} />
      </td>
      <td className={styles.number}>{duration(row.durationMs)}</td>
      <td className={styles.number}>{row.firstTokenMs === null ? '–' : duration(row.firstTokenMs)}</td>
      <td className={styles.number}>{row.attempts}</td>
    </tr>
  );
});

/** What says less than the line above it. */
function Second({ children }: React.PropsWithChildren) {
  const styles = useStyles2(tableStyles);
  return <div className={styles.second}>{children}</div>;
}
