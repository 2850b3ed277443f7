import React from 'react';
import { t } from '@grafana/i18n';
import { Text, TextLink } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { FiguresTable, type FiguresColumn } from '../../../components/table/FiguresTable';
import { deploymentPath } from '../../../routing/deploymentPath';
import { sharedSearch } from '../../../scenes/sharedSearch';
import { BreakerBadge, ServiceBadge } from '../facts/badges';
import { Since } from '../facts/Since';
import { format } from '../figures/format';
import type { DeploymentRow } from './deploymentRows';
import { priceText } from './priceText';
import { AS_IT_IS } from '../../../asItIs';

/** Wide enough for a reason of some words. */
const STATUS = { minWidth: 150 };

interface Props {
  rows: readonly DeploymentRow[];
}

export function DeploymentTable({ rows }: Props) {
  const search = sharedSearch(useLocation().search);
  return (
    <FiguresTable
      label={t('providers.deployments.title', 'Deployments')}
      columns={columns(search)}
      rows={rows}
      rowKey={({ deployment, model }) => `${deployment} ${model}`}
    />
  );
}

function columns(search: URLSearchParams): Array<FiguresColumn<DeploymentRow>> {
  return [
    {
      id: 'deployment',
      head: t('providers.deployments.deployment', 'Deployment'),
      isText: true,
      keepsWords: true,
      cell: (row) => (
        <>
          <TextLink href={deploymentPath(row, search)} inline={false} color="link">
            {row.deployment}
          </TextLink>
          <Text element="p" variant="bodySmall" color="secondary">
            {t('providers.deployments.serves', 'serves {{model}}', { model: row.model, ...AS_IT_IS })}
          </Text>
        </>
      ),
    },
    {
      id: 'service',
      head: t('providers.deployments.service', 'Status'),
      isText: true,
      keepsWords: true,
      cell: ({ status, reason }) => (
        <div style={STATUS}>
          <ServiceBadge status={status} /> {reason}
        </div>
      ),
    },
    {
      id: 'breaker',
      head: t('providers.deployments.breaker', 'Breaker'),
      isText: true,
      keepsWords: true,
      cell: ({ breaker, breaker_since }) => (
        <>
          <BreakerBadge breaker={breaker} /> <Since time={breaker_since} />
        </>
      ),
    },
    { id: 'rate', head: t('providers.deployments.rate', 'Calls'), cell: ({ rate }) => format('cps', rate) },
    {
      id: 'failures',
      head: t('providers.deployments.failures', 'Failed'),
      cell: ({ failures }) => format('percentunit', failures),
    },
    { id: 'p95', head: t('providers.deployments.p95', 'p95'), cell: ({ p95 }) => format('s', p95) },
    { id: 'cost', head: t('providers.deployments.cost', 'Cost'), cell: ({ cost }) => format('currencyUSD', cost) },
    {
      id: 'left',
      head: t('providers.deployments.headroom', 'Headroom'),
      cell: ({ left }) => format('percentunit', left, 0),
    },
    {
      id: 'active',
      head: t('providers.deployments.active', 'Under way'),
      cell: ({ in_flight, max_concurrent }) =>
        max_concurrent === undefined ? in_flight : `${in_flight} / ${max_concurrent}`,
    },
    {
      id: 'price',
      head: t('providers.deployments.price', 'Price, million tokens'),
      cell: ({ price }) => priceText(price),
    },
  ];
}
