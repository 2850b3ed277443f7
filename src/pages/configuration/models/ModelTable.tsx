import React, { useMemo } from 'react';
import { t } from '@grafana/i18n';
import { InteractiveTable, type CellProps, type Column } from '@grafana/ui';
import type { Model } from '../../../api/gateway/objects';
import { ObjectName } from '../ObjectName';
import type { SetUp } from '../useSetUp';
import { DeploymentList } from './DeploymentList';
import { strategyOptions } from './modelOptions';
import { AS_IT_IS } from '../../../asItIs';

const PAGE_SIZE = 25;

interface Props {
  models: Model[];
  deployments: SetUp['deployments'];
  onOpen: (name: string) => void;
}

type Cell = CellProps<Model>;

/** Models, a line each; the name opens what there is to say about one. */
export function ModelTable({ models, deployments, onOpen }: Props) {
  const columns = useMemo(() => modelColumns(deployments, onOpen), [deployments, onOpen]);
  return <InteractiveTable columns={columns} data={models} getRowId={({ name }) => name} pageSize={PAGE_SIZE} />;
}

function modelColumns(deployments: SetUp['deployments'], onOpen: Props['onOpen']): Array<Column<Model>> {
  const strategies = new Map<string, string>(strategyOptions().map(({ value, label }) => [value, label]));
  return [
    {
      id: 'name',
      header: t('models.column.name', 'Model'),
      sortType: 'string',
      cell: ({ row: { original } }: Cell) => (
        <ObjectName
          of={original}
          label={t('models.open', 'Open the model {{name}}', { name: original.name, ...AS_IT_IS })}
          onOpen={onOpen}
        />
      ),
    },
    {
      id: 'deployments',
      header: t('models.column.deployments', 'Deployments, by weight'),
      cell: ({ row: { original } }: Cell) => (
        <DeploymentList deployments={deployments.filter(({ model }) => model === original.name)} />
      ),
    },
    {
      id: 'strategy',
      header: t('models.column.strategy', 'Chosen by'),
      sortType: 'string',
      cell: ({ row: { original } }: Cell) => <>{strategies.get(original.strategy ?? 'weighted')}</>,
    },
    {
      id: 'fallbacks',
      header: t('models.column.fallbacks', 'Fallbacks'),
      cell: ({ row: { original } }: Cell) => <>{original.fallbacks?.join(' → ') || '–'}</>,
    },
  ];
}
