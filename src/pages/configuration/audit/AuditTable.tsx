import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, dateTimeFormatTimeAgo, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Button, InteractiveTable, useStyles2, type CellProps, type Column } from '@grafana/ui';
import { AS_IT_IS } from '../../../asItIs';
import { OneLine } from '../../../components/table/OneLine';
import { useUrlState, type UrlState } from '../../../components/urlState/useUrlState';
import { filteredBy } from './auditQuery';
import { actionWords, kindWords } from './auditWords';
import { ChangedFields } from './ChangedFields';
import type { AuditedChange } from './useAudit';

interface Props {
  changes: AuditedChange[];
}

type Cell = CellProps<AuditedChange>;

/** Changes, a line each, the newest first. Who or what is clicked at is all that is shown then. */
export function AuditTable({ changes }: Props) {
  const { change } = useUrlState();
  const columns = useMemo(() => auditColumns(change), [change]);
  return <InteractiveTable columns={columns} data={changes} getRowId={({ id }) => id} />;
}

function auditColumns(change: UrlState['change']): Array<Column<AuditedChange>> {
  return [
    {
      id: 'time',
      header: t('audit.column.time', 'When'),
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => (
        <span title={dateTimeFormatTimeAgo(original.time)}>
          <OneLine>{dateTimeFormat(original.time)}</OneLine>
        </span>
      ),
    },
    {
      id: 'actor',
      header: t('audit.column.actor', 'Who'),
      cell: ({ row: { original } }: Cell) => (
        <Choice
          text={original.actor}
          tooltip={t('audit.by', 'Show what {{actor}} did', { actor: original.actor, ...AS_IT_IS })}
          below={original.address ?? undefined}
          onChoose={() => change(filteredBy({ actor: original.actor }))}
        />
      ),
    },
    {
      id: 'action',
      header: t('audit.column.action', 'What was done'),
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => <Badge {...actionWords(original.action)} />,
    },
    {
      id: 'object',
      header: t('audit.column.object', 'To what'),
      cell: ({ row: { original } }: Cell) => (
        <Choice
          text={original.name}
          tooltip={t('audit.of', 'Show all changes of {{name}}', { name: original.name, ...AS_IT_IS })}
          below={kindWords(original.kind)}
          onChoose={() => change(filteredBy({ kind: original.kind, name: original.name }))}
        />
      ),
    },
    {
      id: 'fields',
      header: t('audit.column.fields', 'What changed'),
      cell: ({ row: { original } }: Cell) => <ChangedFields of={original} />,
    },
  ];
}

interface ChoiceProps {
  text: string;
  tooltip: string;
  below: string | undefined;
  onChoose: () => void;
}

function Choice({ text, tooltip, below, onChoose }: ChoiceProps) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <Button size="sm" fill="text" tooltip={tooltip} onClick={onChoose}>
        {text}
      </Button>
      {below !== undefined && <p className={styles.below}>{below}</p>}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Where the text of the button above begins.
  below: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, margin: theme.spacing(0, 1) }),
});
