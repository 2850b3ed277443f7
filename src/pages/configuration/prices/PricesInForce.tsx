import React, { useMemo } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Badge, Button, InteractiveTable, Stack, type CellProps, type Column } from '@grafana/ui';
import type { DeploymentState } from '../../../api/gateway/objects';
import { perMillion } from './perMillion';
import type { PriceStart } from './priceDraft';
import { AS_IT_IS } from '../../../asItIs';

const PAGE_SIZE = 25;

interface Props {
  deployments: readonly DeploymentState[];
  /** Begins a price for a deployment without one; nothing for those who may not. */
  onSet?: (start: PriceStart) => void;
}

type Cell = CellProps<DeploymentState>;

/** What each deployment costs now and where that price comes from; those without a price first. */
export function PricesInForce({ deployments, onSet }: Props) {
  const sorted = useMemo(
    () => [...deployments].sort((a, b) => Number(a.price !== null) - Number(b.price !== null)),
    [deployments]
  );
  const columns = useMemo(() => priceColumns(onSet), [onSet]);
  return (
    <InteractiveTable
      columns={columns}
      data={sorted}
      getRowId={({ model, deployment }) => `${model} ${deployment}`}
      pageSize={PAGE_SIZE}
    />
  );
}

function priceColumns(onSet: Props['onSet']): Array<Column<DeploymentState>> {
  return [
    { id: 'model', header: t('prices.in-force.model', 'Model'), sortType: 'string' },
    { id: 'deployment', header: t('prices.in-force.deployment', 'Deployment'), sortType: 'string' },
    {
      id: 'input',
      header: t('prices.in-force.input', 'Input'),
      cell: ({ row: { original } }: Cell) => <>{perMillion(original.price?.input_per_million_usd)}</>,
    },
    {
      id: 'output',
      header: t('prices.in-force.output', 'Output'),
      cell: ({ row: { original } }: Cell) => <>{perMillion(original.price?.output_per_million_usd)}</>,
    },
    {
      id: 'source',
      header: t('prices.in-force.source', 'Source'),
      cell: ({ row: { original } }: Cell) =>
        original.price === null ? <Unpriced of={original} onSet={onSet} /> : <>{original.price.source}</>,
    },
  ];
}

function Unpriced({ of: { provider, provider_model: model }, onSet }: { of: DeploymentState; onSet: Props['onSet'] }) {
  return (
    <Stack gap={1} alignItems="center">
      <Badge color="orange" text={t('prices.unpriced', 'Unpriced')} />
      {onSet && (
        <Button
          size="sm"
          variant="secondary"
          aria-label={t('prices.set-label', 'Set a price for {{model}} of {{provider}}', {
            model,
            provider,
            ...AS_IT_IS,
          })}
          onClick={() => onSet({ name: `${provider}-${model}`.replaceAll('/', '-'), provider, model })}
        >
          <Trans i18nKey="prices.set">Set price</Trans>
        </Button>
      )}
    </Stack>
  );
}
