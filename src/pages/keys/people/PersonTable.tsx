import React, { useMemo } from 'react';
import { t } from '@grafana/i18n';
import { Button, InteractiveTable, Stack, type CellProps, type Column } from '@grafana/ui';
import { OriginBadge } from '../../../components/access/OriginBadge';
import { ProblemBadge } from '../../../components/access/ProblemBadge';
import { usd } from '../../../components/format/usd';
import { BudgetUse } from '../rules/BudgetUse';
import { LimitsInUse } from '../rules/LimitsInUse';
import type { Person, PersonKind } from './person';
import { PersonBadge } from './PersonBadge';
import type { PersonRow } from './personRow';
import { personWords } from './personWords';

const PAGE_SIZE = 25;

interface Props {
  kind: PersonKind;
  rows: PersonRow[];
  onOpen: (name: string) => void;
}

type Cell = CellProps<PersonRow>;

/** Teams or users, a line each; the name opens what there is to say about one. */
export function PersonTable({ kind, rows, onOpen }: Props) {
  const columns = useMemo(() => personColumns(kind, onOpen), [kind, onOpen]);
  return <InteractiveTable columns={columns} data={rows} getRowId={({ name }) => name} pageSize={PAGE_SIZE} />;
}

function personColumns(kind: PersonKind, onOpen: Props['onOpen']): Array<Column<PersonRow>> {
  return [
    {
      id: 'name',
      header: personWords(kind).column,
      sortType: 'string',
      cell: ({ row: { original } }: Cell) => <Name of={original.person} onOpen={onOpen} />,
    },
    {
      id: 'status',
      header: t('people.column.status', 'Status'),
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => <PersonBadge of={original.person} />,
    },
    { id: 'keys', header: t('people.column.keys', 'Keys'), sortType: 'number', disableGrow: true },
    {
      id: 'models',
      header: t('people.column.models', 'Models'),
      cell: ({ row: { original } }: Cell) => (
        <>{original.person.managed?.models?.join(', ') ?? t('keys.all-models', 'all')}</>
      ),
    },
    {
      id: 'limits',
      header: t('people.column.limits', 'Limits'),
      cell: ({ row: { original } }: Cell) => <LimitsInUse of={original.limits} />,
    },
    {
      id: 'share',
      header: t('people.column.budget', 'Budget'),
      sortType: 'number',
      cell: ({ row: { original } }: Cell) => (original.budget ? <BudgetUse of={original.budget} /> : <>–</>),
    },
    {
      id: 'spentUsd',
      header: t('people.column.spent', 'Spent, 30 days'),
      sortType: 'number',
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => <>{original.spentUsd === undefined ? '–' : usd(original.spentUsd)}</>,
    },
  ];
}

function Name({ of: { kind, name, managed }, onOpen }: { of: Person; onOpen: Props['onOpen'] }) {
  return (
    <Stack gap={1} alignItems="center" wrap="wrap">
      <Button fill="text" size="sm" aria-label={personWords(kind).open(name)} onClick={() => onOpen(name)}>
        {name}
      </Button>
      {managed?.origin === 'file' && <OriginBadge />}
      {managed?.problem !== undefined && <ProblemBadge problem={managed.problem} />}
    </Stack>
  );
}
