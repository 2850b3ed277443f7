import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { EmptyState } from '@grafana/ui';

interface Props {
  isFiltered: boolean;
}

/** There is no key to show. */
export function NoKeys({ isFiltered }: Props) {
  return isFiltered ? (
    <EmptyState variant="not-found" message={t('keys.none-found', 'No key is like that')}>
      <Trans i18nKey="keys.none-found-hint">Search for something else, or show all states.</Trans>
    </EmptyState>
  ) : (
    <EmptyState variant="call-to-action" message={t('keys.none', 'There is no key yet')}>
      <Trans i18nKey="keys.none-hint">
        Clients send a key with each request. Every team or application gets its own, so that its costs and limits are
        its own.
      </Trans>
    </EmptyState>
  );
}
