import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { EmptyState, Icon } from '@grafana/ui';

/** What this user may see of a page that is for others. */
export function NoAccess() {
  return (
    <EmptyState
      variant="not-found"
      message={t('states.no-access.title', 'Only organisation admins can configure this app')}
      image={<Icon name="lock" size="xxxl" />}
    >
      <Trans i18nKey="states.no-access.hint">
        Ask an admin of this Grafana organisation to choose the data sources, or to give you the Admin role.
      </Trans>
    </EmptyState>
  );
}
