import React, { useMemo } from 'react';
import { t } from '@grafana/i18n';
import { InteractiveTable, type CellProps, type Column } from '@grafana/ui';
import type { Provider } from '../../../api/gateway/objects';
import { ObjectName } from '../ObjectName';
import type { SetUp } from '../useSetUp';
import { dependentsOf } from './dependents';
import { providerHealth } from './providerHealth';
import { ProviderHealthBadge } from './ProviderHealthBadge';
import { providerSecret } from './providerSecret';
import { typeLabel } from './providerTypes';
import { AS_IT_IS } from '../../../asItIs';

const PAGE_SIZE = 25;

interface Props {
  providers: Provider[];
  setUp: SetUp;
  onOpen: (name: string) => void;
}

type Cell = CellProps<Provider>;

/** Providers, a line each; the name opens what there is to say about one. */
export function ProviderTable({ providers, setUp, onOpen }: Props) {
  const columns = useMemo(() => providerColumns(setUp, onOpen), [setUp, onOpen]);
  return <InteractiveTable columns={columns} data={providers} getRowId={({ name }) => name} pageSize={PAGE_SIZE} />;
}

function providerColumns(setUp: SetUp, onOpen: Props['onOpen']): Array<Column<Provider>> {
  return [
    {
      id: 'name',
      header: t('providers.column.name', 'Provider'),
      sortType: 'string',
      cell: ({ row: { original } }: Cell) => (
        <ObjectName
          of={original}
          label={t('providers.open', 'Open the provider {{name}}', { name: original.name, ...AS_IT_IS })}
          onOpen={onOpen}
        />
      ),
    },
    {
      id: 'health',
      header: t('providers.column.health', 'Health'),
      disableGrow: true,
      cell: ({ row: { original } }: Cell) => (
        <ProviderHealthBadge health={providerHealth(original, setUp.deployments)} />
      ),
    },
    {
      id: 'type',
      header: t('providers.column.type', 'Type'),
      sortType: 'string',
      cell: ({ row: { original } }: Cell) => <>{typeLabel(original.type)}</>,
    },
    {
      id: 'address',
      header: t('providers.column.address', 'Address'),
      cell: ({ row: { original } }: Cell) => <>{('base_url' in original && original.base_url) || '–'}</>,
    },
    {
      id: 'secret',
      header: t('providers.column.secret', 'API key'),
      cell: ({ row: { original } }: Cell) => <>{providerSecret(original) ?? '–'}</>,
    },
    {
      id: 'models',
      header: t('providers.column.models', 'Models'),
      cell: ({ row: { original } }: Cell) => <>{dependentsOf(original.name, setUp).models.join(', ') || '–'}</>,
    },
  ];
}
