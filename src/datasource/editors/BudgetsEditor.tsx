import React from 'react';
import { t } from '@grafana/i18n';
import { Hint } from './Hint';

/** Nothing to choose: there are few budgets. */
export function BudgetsEditor() {
  return (
    <Hint>
      {t(
        'query.budgets.hint',
        'Where each budget stands now, whatever the time range is: a row for each of its subjects.'
      )}
    </Hint>
  );
}
