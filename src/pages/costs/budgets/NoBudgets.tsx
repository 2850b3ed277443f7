import React from 'react';
import { t } from '@grafana/i18n';
import { LinkButton } from '@grafana/ui';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { pageHref } from '../../../routing/pageHref';

/** There is no budget: what one is good for, and where to make one. */
export function NoBudgets() {
  return (
    <FindingAlert
      finding={{
        severity: 'info',
        title: t('costs.budgets.none', 'This gateway has no budgets'),
        advice: t(
          'costs.budgets.none-advice',
          'A budget holds a key, team, user, model, provider or tag to an amount by day, week or month: it refuses what would exceed it, or only warns.'
        ),
      }}
    >
      <LinkButton href={pageHref('keys')} variant="secondary" size="sm">
        {t('costs.budgets.open-keys', 'Open Keys and teams')}
      </LinkButton>
    </FindingAlert>
  );
}
