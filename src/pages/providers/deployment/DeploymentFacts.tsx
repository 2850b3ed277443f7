import React from 'react';
import { t } from '@grafana/i18n';
import { BreakerBadge, ServiceBadge } from '../facts/badges';
import { FactList } from '../facts/FactList';
import { Since } from '../facts/Since';
import type { Deployment } from '../facts/standing';
import { format } from '../figures/format';
import { priceText } from '../deployments/priceText';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  deployment: Deployment;
}

/** How a deployment stands now for one of the models that it serves. */
export function DeploymentFacts({ deployment }: Props) {
  const { model, status, reason, breaker, breaker_since, headroom, price } = deployment;
  return (
    <FactList
      label={t('providers.deployment.facts', 'For the model {{model}}', { model, ...AS_IT_IS })}
      facts={[
        [t('providers.deployment.model', 'Serves the model'), model],
        [t('providers.deployment.status', 'Status'), <ServiceBadge key="status" status={status} />],
        [t('providers.deployment.reason', 'Reason'), reason],
        [
          t('providers.deployment.breaker', 'Circuit breaker'),
          <>
            <BreakerBadge breaker={breaker} /> <Since time={breaker_since} />
          </>,
        ],
        [t('providers.deployment.requests-left', 'Requests left'), leftOf(headroom?.requests)],
        [t('providers.deployment.tokens-left', 'Tokens left'), leftOf(headroom?.tokens)],
        [t('providers.deployment.active', 'Calls under way'), underWay(deployment)],
        [t('providers.deployment.weight', 'Weight'), deployment.weight],
        [
          t('providers.deployment.first-token', 'First token, moving average'),
          deployment.first_token_ms === undefined ? undefined : format('ms', deployment.first_token_ms),
        ],
        [t('providers.deployment.price', 'Price per million tokens'), priceText(price)],
        [t('providers.deployment.price-source', 'Price from'), price?.source],
      ]}
    />
  );
}

function leftOf(limit: { limit: number; remaining: number } | undefined): string | undefined {
  return (
    limit &&
    t('providers.deployment.left', '{{remaining}} of {{limit}}', {
      remaining: format('short', limit.remaining),
      limit: format('short', limit.limit),
      ...AS_IT_IS,
    })
  );
}

function underWay({ in_flight, max_concurrent }: Deployment): string {
  return max_concurrent === undefined
    ? String(in_flight)
    : t('providers.deployment.active-of', '{{count}} of at most {{most}}', {
        count: in_flight,
        most: max_concurrent,
        ...AS_IT_IS,
      });
}
