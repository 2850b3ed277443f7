import React from 'react';
import { t } from '@grafana/i18n';
import type { DeploymentState } from '../../../api/gateway/objects';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  deployments: readonly DeploymentState[];
}

/** Points out what has no price. */
export function UnpricedNotice({ deployments }: Props) {
  const unpriced = deployments.filter(({ price }) => price === null).map(({ deployment }) => deployment);
  if (unpriced.length === 0) {
    return null;
  }
  return (
    <FindingAlert
      finding={{
        severity: 'warning',
        title: t('prices.unpriced-title', 'Without a known price: {{names}}', {
          names: [...new Set(unpriced)].join(', '),
          ...AS_IT_IS,
        }),
        advice: t(
          'prices.unpriced-advice',
          'Their cost is unknown, not zero, and budgets in dollars refuse them. Set a price for each, or name the provider’s price list.'
        ),
      }}
    />
  );
}
