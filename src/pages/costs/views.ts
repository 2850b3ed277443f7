import { t } from '@grafana/i18n';

/** The sides of costs that there are to look at; in the URL as they are. */
export const COST_VIEWS = ['spend', 'budgets', 'what-if', 'chargeback'] as const;
export type CostView = (typeof COST_VIEWS)[number];

export function viewLabel(view: CostView): string {
  switch (view) {
    case 'spend':
      return t('costs.views.spend', 'Spend');
    case 'budgets':
      return t('costs.views.budgets', 'Budgets');
    case 'what-if':
      return t('costs.views.what-if', 'What if');
    case 'chargeback':
      return t('costs.views.chargeback', 'Chargeback');
  }
}
