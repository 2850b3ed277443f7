import React, { useMemo } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, InteractiveTable, Stack, Text, type CellProps, type Column } from '@grafana/ui';
import { OriginBadge } from '../../../components/access/OriginBadge';
import { ProblemBadge } from '../../../components/access/ProblemBadge';
import { usd } from '../../../components/format/usd';
import { OneLine } from '../../../components/table/OneLine';
import { BudgetUse } from '../rules/BudgetUse';
import { LimitsInUse } from '../rules/LimitsInUse';
import type { KeyRow } from './keyRow';
import { KeyStateBadge } from './KeyStateBadge';
import { AS_IT_IS } from '../../../asItIs';

const PAGE_SIZE = 25;

interface Props {
  rows: KeyRow[];
  onOpen: (name: string) => void;
}

type Cell = CellProps<KeyRow>;

/** Keys, a line each; the name opens what there is to say about one. */
export function KeyTable({ rows, onOpen }: Props) {
  const columns = useMemo(() => keyColumns(onOpen), [onOpen]);
  return <InteractiveTable columns={columns} data={rows} getRowId={({ name }) => name} pageSize={PAGE_SIZE} />;
}

function keyColumns(onOpen: Props['onOpen']): Array<Column<KeyRow>> {
  return [
    {
      id: 'name',
      header: t('keys.column.name', 'Key'),
      sortType: 'string',
      cell: ({ row: { original } }: Cell) => <Name of={original} onOpen={onOpen} />,
    },
    {
      id: 'state',
      header: t('keys.column.status', 'Status'),
      sortType: 'string',
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => <KeyStateBadge of={original.key} />,
    },
    { id: 'team', header: t('keys.column.team', 'Team'), sortType: 'string' },
    { id: 'user', header: t('keys.column.user', 'User'), sortType: 'string' },
    {
      id: 'models',
      header: t('keys.column.models', 'Models'),
      cell: ({ row: { original } }: Cell) => <>{original.key.models?.join(', ') ?? t('keys.all-models', 'all')}</>,
    },
    {
      id: 'limits',
      header: t('keys.column.limits', 'Limits'),
      cell: ({ row: { original } }: Cell) => <LimitsInUse of={original.limits} />,
    },
    {
      id: 'share',
      header: t('keys.column.budget', 'Budget'),
      sortType: 'number',
      cell: ({ row: { original } }: Cell) => (original.budget ? <BudgetUse of={original.budget} /> : <>–</>),
    },
    {
      id: 'spentUsd',
      header: t('keys.column.spent', 'Spent, 30 days'),
      sortType: 'number',
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => <>{original.spentUsd === undefined ? '–' : usd(original.spentUsd)}</>,
    },
    {
      id: 'expires',
      header: t('keys.column.expires', 'Ends'),
      sortType: 'number',
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => (
        <OneLine>
          {Number.isFinite(original.expires) ? dateTimeFormat(original.expires, { format: 'YYYY-MM-DD' }) : '–'}
        </OneLine>
      ),
    },
  ];
}

function Name({ of: { key }, onOpen }: { of: KeyRow; onOpen: Props['onOpen'] }) {
  return (
    <Stack gap={1} alignItems="center" wrap="wrap">
      <Button
        fill="text"
        size="sm"
        aria-label={t('keys.open', 'Open the key {{name}}', { name: key.name, ...AS_IT_IS })}
        onClick={() => onOpen(key.name)}
      >
        {key.name}
      </Button>
      {key.prefix !== undefined && (
        <OneLine>
          <Text variant="code" color="secondary">
            {`${key.prefix}…`}
          </Text>
        </OneLine>
      )}
      {key.origin === 'file' && <OriginBadge />}
      {key.problem !== undefined && <ProblemBadge problem={key.problem} />}
    </Stack>
  );
}
