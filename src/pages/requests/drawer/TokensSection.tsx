import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { count } from '../format';
import type { RequestDetails } from '../list/requestRow';
import { Facts } from './Facts';
import { Section } from './Section';
import { tokenKinds } from './tokenKinds';

/** What was used, and who counted it. */
export function TokensSection({ details }: { details: RequestDetails }) {
  return (
    <Section title={t('requests.tokens.title', 'Tokens')}>
      <Stack direction="column" gap={0.5}>
        <Facts
          facts={tokenKinds(details).map(({ label, count: used, part }) => ({ label, value: count(used), part }))}
        />
        {details.usage_source === 'estimated' && (
          <Text variant="bodySmall" color="secondary">
            <Trans i18nKey="requests.tokens.estimated">
              Estimated: the provider reported none, so the gateway counted what went over the wire.
            </Trans>
          </Text>
        )}
      </Stack>
    </Section>
  );
}
