import React from 'react';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text } from '@grafana/ui';
import type { DeploymentState } from '../../../api/gateway/objects';

interface Props {
  deployments: readonly DeploymentState[];
}

/** Deployments of a model with their weights, and why one gets no calls now. */
export function DeploymentList({ deployments }: Props) {
  return (
    <Stack direction="column" gap={0.5}>
      {deployments.map(({ deployment, weight, status, reason, price }) => (
        <Stack key={deployment} gap={1} alignItems="center" wrap="wrap">
          <span>{deployment}</span>
          <Text color="secondary">{`×${weight}`}</Text>
          {status === 'not_ready' && <Badge color="red" text={t('models.not-ready', 'No calls')} tooltip={reason} />}
          {status === 'disabled' && <Badge color="darkgrey" text={t('models.disabled', 'Disabled')} tooltip={reason} />}
          {price === null && (
            <Badge
              color="orange"
              text={t('models.unpriced', 'Unpriced')}
              tooltip={t('models.unpriced-note', 'Its cost is unknown, not zero. Set a price under Prices.')}
            />
          )}
        </Stack>
      ))}
    </Stack>
  );
}
