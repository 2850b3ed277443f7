import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { ConfigurationLink } from '../../../components/ConfigurationLink';
import { exactUsd } from '../format';
import { Cost } from '../list/Cost';
import type { RequestDetails } from '../list/requestRow';
import { Facts } from './Facts';
import { priceSource } from './priceSource';
import { Section } from './Section';

/** What it cost and how we know; without a price that is not 0. */
export function CostSection({ details }: { details: RequestDetails }) {
  const { cost_nano_usd, cost_usd, unpriced, saved_nano_usd, price_source } = details;
  const cost = cost_nano_usd === null ? <Cost costUsd={cost_usd} unpriced={unpriced} /> : exactUsd(cost_nano_usd);
  return (
    <Section title={t('requests.cost.title', 'Cost')}>
      <Stack direction="column" gap={1}>
        <Facts
          facts={[
            { label: t('requests.cost.cost', 'Cost'), value: cost },
            ...(price_source === null
              ? []
              : [{ label: t('requests.cost.source', 'Price'), value: priceSource(price_source) }]),
            ...(saved_nano_usd > 0
              ? [{ label: t('requests.cost.saved', 'Saved by the answer cache'), value: exactUsd(saved_nano_usd) }]
              : []),
          ]}
        />
        {unpriced && (
          <>
            <Text variant="bodySmall" color="secondary">
              <Trans i18nKey="requests.cost.unpriced-todo">
                No price is known for what was used, so it is in no sum of costs. Add a price for the model; later
                requests will have it.
              </Trans>
            </Text>
            <ConfigurationLink />
          </>
        )}
        {cost_nano_usd === null && !unpriced && (
          <Text variant="bodySmall" color="secondary">
            <Trans i18nKey="requests.cost.nothing-used">Nothing was used.</Trans>
          </Text>
        )}
      </Stack>
    </Section>
  );
}
