import React, { useMemo } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { InteractiveTable, type CellProps, type Column } from '@grafana/ui';
import type { PriceOverride } from '../../../api/gateway/objects';
import { ObjectName } from '../ObjectName';
import { perMillion } from './perMillion';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  prices: PriceOverride[];
  onOpen: (name: string) => void;
}

type Cell = CellProps<PriceOverride>;

/** Prices of one's own, a line each. */
export function OverrideTable({ prices, onOpen }: Props) {
  const columns = useMemo(() => overrideColumns(onOpen), [onOpen]);
  return <InteractiveTable columns={columns} data={prices} getRowId={({ name }) => name} />;
}

function overrideColumns(onOpen: Props['onOpen']): Array<Column<PriceOverride>> {
  return [
    {
      id: 'name',
      header: t('prices.column.name', 'Price'),
      cell: ({ row: { original } }: Cell) => (
        <ObjectName
          of={original}
          label={t('prices.open', 'Open the price {{name}}', { name: original.name, ...AS_IT_IS })}
          onOpen={onOpen}
        />
      ),
    },
    { id: 'model', header: t('prices.column.model', 'Model') },
    {
      id: 'provider',
      header: t('prices.column.provider', 'Provider'),
      cell: ({ row: { original } }: Cell) => <>{original.provider ?? t('prices.any-provider', 'any')}</>,
    },
    {
      id: 'input',
      header: t('prices.column.input', 'Input'),
      cell: ({ row: { original } }: Cell) => <>{perMillion(original.price.input_per_million_usd)}</>,
    },
    {
      id: 'output',
      header: t('prices.column.output', 'Output'),
      cell: ({ row: { original } }: Cell) => <>{perMillion(original.price.output_per_million_usd)}</>,
    },
    {
      id: 'from',
      header: t('prices.column.from', 'In force from'),
      cell: ({ row: { original } }: Cell) => <>{original.from ? dateTimeFormat(original.from) : '–'}</>,
    },
  ];
}
