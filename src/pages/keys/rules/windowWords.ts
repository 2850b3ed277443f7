import { t } from '@grafana/i18n';
import type { Budget } from '../../../api/gateway/objects';
import { AS_IT_IS } from '../../../asItIs';

/** The time a budget is for. */
export function windowWords({ period, window }: Pick<Budget, 'period' | 'window'>): string {
  switch (period) {
    case 'daily':
      return t('rules.window.daily', 'a day');
    case 'weekly':
      return t('rules.window.weekly', 'a week');
    case 'monthly':
      return t('rules.window.monthly', 'a month');
    default:
      return window === undefined
        ? t('rules.window.total', 'in total')
        : t('rules.window.rolling', 'in any {{window}}', { window, ...AS_IT_IS });
  }
}
