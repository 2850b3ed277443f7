import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { EmptyState, LinkButton, Stack } from '@grafana/ui';
import { canConfigure } from '../../api/user';
import { pageHref } from '../../routing/pageHref';
import { AddDataSourceLink } from '../AddDataSourceLink';

interface Props {
  /** Names of the kinds of data source of which there is none. */
  missing: string[];
}

/** Nothing can be shown: Grafana has no data source to ask. */
export function NotConnected({ missing }: Props) {
  const names = missing.join(', ');
  return (
    <EmptyState
      variant="call-to-action"
      message={t('states.not-connected.title', 'Grafana is not connected to an LLM gateway yet')}
      button={canConfigure() ? <Actions /> : undefined}
    >
      {canConfigure() ? (
        <Trans i18nKey="states.not-connected.admin" values={{ names }}>
          Data sources still missing: {'{{names}}'}. Add them, then choose them on the Configuration page.
        </Trans>
      ) : (
        <Trans i18nKey="states.not-connected.others" values={{ names }}>
          Data sources still missing, or not yours to query: {'{{names}}'}. Ask an admin of this Grafana organisation.
        </Trans>
      )}
    </EmptyState>
  );
}

function Actions() {
  return (
    <Stack gap={2} justifyContent="center">
      <AddDataSourceLink />
      <LinkButton href={pageHref('configuration')} variant="secondary" icon="cog">
        <Trans i18nKey="states.configure">Configuration</Trans>
      </LinkButton>
    </Stack>
  );
}
