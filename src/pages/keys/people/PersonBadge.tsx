import React from 'react';
import { t } from '@grafana/i18n';
import { Badge } from '@grafana/ui';
import type { Person } from './person';

interface Props {
  of: Person;
}

/** Whether requests of a team or user are taken. */
export function PersonBadge({ of: { managed } }: Props) {
  if (managed === undefined) {
    return (
      <Badge
        color="darkgrey"
        text={t('people.only-named', 'Only named')}
        tooltip={t('people.only-named-note', 'Keys name it; nothing is set for it.')}
      />
    );
  }
  return managed.blocked ? (
    <Badge color="red" text={t('people.is-blocked', 'Blocked')} />
  ) : (
    <Badge color="green" text={t('people.is-active', 'Active')} />
  );
}
