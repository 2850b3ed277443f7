import React from 'react';
import { t } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { FiguresTable, type FiguresColumn } from '../../../components/table/FiguresTable';
import { providerPath } from '../../../routing/providerPath';
import { TOKENS_PER_SECOND } from '../../../scenes/panels/units';
import { sharedSearch } from '../../../scenes/sharedSearch';
import { BreakerBadge, HealthBadge } from '../facts/badges';
import { format } from '../figures/format';
import type { ProviderRow } from './providerRows';

interface Props {
  rows: readonly ProviderRow[];
}

export function ProviderTable({ rows }: Props) {
  const search = sharedSearch(useLocation().search);
  return (
    <FiguresTable
      label={t('providers.list.title', 'Providers')}
      columns={columns(search)}
      rows={rows}
      rowKey={({ name }) => name}
    />
  );
}

function columns(search: URLSearchParams): Array<FiguresColumn<ProviderRow>> {
  return [
    {
      id: 'name',
      head: t('providers.list.provider', 'Provider'),
      isText: true,
      keepsWords: true,
      cell: ({ name }) => (
        <TextLink href={providerPath(name, search)} inline={false} color="link">
          {name}
        </TextLink>
      ),
    },
    {
      id: 'health',
      head: t('providers.list.health', 'Health'),
      isText: true,
      keepsWords: true,
      cell: (row) => <HealthBadge {...row} />,
    },
    {
      id: 'breaker',
      head: t('providers.list.breaker', 'Breaker'),
      isText: true,
      keepsWords: true,
      cell: ({ breaker }) => <BreakerBadge breaker={breaker} />,
    },
    { id: 'rate', head: t('providers.list.rate', 'Requests'), cell: ({ rate }) => format('reqps', rate) },
    {
      id: 'failures',
      head: t('providers.list.failures', 'Failed'),
      cell: ({ failures }) => format('percentunit', failures),
    },
    { id: 'p95', head: t('providers.list.p95', 'p95'), cell: ({ p95 }) => format('s', p95) },
    {
      id: 'first-token',
      head: t('providers.list.first-token', 'TTFT p95'),
      cell: ({ firstToken }) => format('s', firstToken),
    },
    {
      id: 'tokens',
      head: t('providers.list.tokens', 'Tokens'),
      cell: ({ tokens }) => format(TOKENS_PER_SECOND, tokens),
    },
    { id: 'cost', head: t('providers.list.cost', 'Cost'), cell: ({ cost }) => format('currencyUSD', cost) },
    {
      id: 'headroom',
      head: t('providers.list.headroom', 'Headroom'),
      cell: ({ headroom }) => format('percentunit', headroom, 0),
    },
    { id: 'active', head: t('providers.list.active', 'Under way'), cell: ({ active }) => active },
  ];
}
