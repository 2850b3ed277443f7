import React from 'react';
import { Trans } from '@grafana/i18n';
import { Icon, Stack, Text } from '@grafana/ui';

/** Why there are no buttons here. */
export function ReadOnlyNote() {
  return (
    <Stack gap={1} alignItems="center">
      <Icon name="lock" aria-hidden />
      <Text color="secondary">
        <Trans i18nKey="access.read-only">
          You can look at everything here. Changes take the role Admin in this Grafana organisation: ask one of its
          admins.
        </Trans>
      </Text>
    </Stack>
  );
}
