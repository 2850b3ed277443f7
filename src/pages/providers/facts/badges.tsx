import React from 'react';
import { t } from '@grafana/i18n';
import { Badge, type BadgeColor } from '@grafana/ui';
import type { Breaker, Deployment, ProviderStanding } from './standing';

interface Shown {
  readonly text: string;
  readonly color: BadgeColor;
}

export function HealthBadge({ status, reason }: Pick<ProviderStanding, 'status' | 'reason'>) {
  return <Badge {...healthOf(status)} tooltip={reason ?? undefined} />;
}

export function BreakerBadge({ breaker }: { breaker: string | null | undefined }) {
  return breaker === null || breaker === undefined ? <>–</> : <Badge {...breakerOf(breaker as Breaker)} />;
}

export function ServiceBadge({ status }: Pick<Deployment, 'status'>) {
  switch (status) {
    case 'ready':
      return <Badge text={t('providers.badge.in-service', 'In service')} color="green" />;
    case 'disabled':
      return <Badge text={t('providers.badge.disabled', 'Disabled')} color="darkgrey" />;
    case 'not_ready':
      return <Badge text={t('providers.badge.out-of-service', 'Gets no calls')} color="red" />;
  }
}

function healthOf(status: ProviderStanding['status']): Shown {
  switch (status) {
    case 'healthy':
      return { text: t('providers.badge.healthy', 'Healthy'), color: 'green' };
    case 'failing':
      return { text: t('providers.badge.failing', 'Failing'), color: 'red' };
    case 'disabled':
      return { text: t('providers.badge.disabled', 'Disabled'), color: 'darkgrey' };
    case 'unknown':
      return { text: t('providers.badge.not-called', 'Not called yet'), color: 'darkgrey' };
  }
}

function breakerOf(breaker: Breaker): Shown {
  switch (breaker) {
    case 'closed':
      return { text: t('providers.badge.closed', 'Closed'), color: 'green' };
    case 'half_open':
      return { text: t('providers.badge.half-open', 'Half open'), color: 'orange' };
    case 'open':
      return { text: t('providers.badge.open', 'Open'), color: 'red' };
  }
}
