import React from 'react';
import { Trans } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import { canConfigure } from '../api/user';
import { prefixRoute } from '../routing/routes';

/** Leads those who may change something to where they can; shows nothing to the others. */
export function ConfigurationLink() {
  if (!canConfigure()) {
    return null;
  }
  return (
    <TextLink href={prefixRoute('configuration')} inline={false}>
      <Trans i18nKey="states.open-configuration">Open Configuration</Trans>
    </TextLink>
  );
}
