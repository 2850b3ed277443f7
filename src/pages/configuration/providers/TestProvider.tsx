import React from 'react';
import { Trans } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { testProvider } from './testProvider';
import { useProviderTest } from './useProviderTest';

interface Props {
  gatewayUid: string;
  name: string;
  /** Settings to test in place of those in force. */
  described?: () => Record<string, unknown>;
}

/** A button that has the gateway call a provider, and what came of it in the provider's own words. */
export function TestProvider({ gatewayUid, name, described }: Props) {
  const { busy, finding, run } = useProviderTest(() => testProvider(gatewayUid, name, described?.()));
  return (
    <Stack direction="column" gap={1}>
      <Stack gap={1} alignItems="center" wrap="wrap">
        <Button
          size="sm"
          variant="secondary"
          icon={busy ? 'spinner' : 'heart-rate'}
          disabled={busy}
          onClick={() => void run()}
        >
          {described ? (
            <Trans i18nKey="providers.test.settings">Test these settings</Trans>
          ) : (
            <Trans i18nKey="providers.test.run">Test provider</Trans>
          )}
        </Button>
        <Text variant="bodySmall" color="secondary">
          <Trans i18nKey="providers.test.what">A real call: the gateway asks for the provider’s list of models.</Trans>
        </Text>
      </Stack>
      {finding && <FindingAlert finding={finding} />}
    </Stack>
  );
}
