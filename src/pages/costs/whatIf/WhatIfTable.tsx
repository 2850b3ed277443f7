import React from 'react';
import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { FiguresTable, type FiguresColumn } from '../../../components/table/FiguresTable';
import { formatCount } from '../money/formatCount';
import { Money } from '../money/Money';
import { UNKNOWN } from '../scope/costScope';
import type { WhatIfGroup } from './askWhatIf';
import { Difference } from './Difference';

interface Props {
  groups: readonly WhatIfGroup[];
}

export function WhatIfTable({ groups }: Props) {
  const notKnown = t('costs.what-if.no-price', 'no price');
  const columns: Array<FiguresColumn<WhatIfGroup>> = [
    { id: 'model', head: t('costs.dimensions.model', 'Model'), isText: true, cell: ({ model }) => model ?? UNKNOWN },
    {
      id: 'from',
      head: t('costs.what-if.answered-by', 'Answered by'),
      isText: true,
      cell: ({ provider, provider_model: model }) => placeText(provider, model),
    },
    {
      id: 'to',
      head: t('costs.what-if.priced-at', 'Priced as'),
      isText: true,
      cell: ({ to_provider: provider, to_model: model, price_source: source }) => (
        <>
          {placeText(provider, model)}
          <Text element="p" variant="bodySmall" color="secondary">
            {source ?? notKnown}
          </Text>
        </>
      ),
    },
    { id: 'requests', head: t('costs.breakdown.requests', 'Requests'), cell: (group) => formatCount(group.requests) },
    { id: 'input', head: t('costs.breakdown.input', 'Input tokens'), cell: (group) => formatCount(group.input_tokens) },
    {
      id: 'output',
      head: t('costs.breakdown.output', 'Output tokens'),
      cell: (group) => formatCount(group.output_tokens),
    },
    {
      id: 'cost',
      head: t('costs.what-if.actual', 'Did cost'),
      cell: (group) =>
        group.unpriced_requests === group.requests ? notKnown : <Money nanoUsd={group.cost_nano_usd} />,
    },
    {
      id: 'what-if',
      head: t('costs.what-if.would', 'Would have cost'),
      cell: ({ what_if_nano_usd: nanoUsd }) => (nanoUsd === null ? notKnown : <Money nanoUsd={nanoUsd} />),
    },
    {
      id: 'difference',
      head: t('costs.what-if.difference', 'Difference'),
      cell: ({ difference_nano_usd: nanoUsd, cost_nano_usd: cost, unpriced_requests: unpriced, requests }) =>
        nanoUsd === null || unpriced === requests ? '–' : <Difference nanoUsd={nanoUsd} ofNanoUsd={cost} />,
    },
  ];
  return (
    <FiguresTable
      label={t('costs.what-if.title', 'What if')}
      columns={columns}
      rows={groups}
      rowKey={({ model, provider, provider_model: own }) => JSON.stringify([model, provider, own])}
    />
  );
}

function placeText(provider: string | null, model: string | null): string {
  return `${provider ?? UNKNOWN} / ${model ?? UNKNOWN}`;
}
