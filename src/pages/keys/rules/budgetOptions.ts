import { t } from '@grafana/i18n';
import type { BudgetDraft, Span } from './budgetDraft';

export function unitOptions(): Array<{ value: BudgetDraft['unit']; label: string }> {
  return [
    { value: 'usd', label: t('rules.unit.usd', 'US dollars') },
    { value: 'tokens', label: t('rules.unit.tokens', 'Tokens') },
  ];
}

export function spanOptions(): Array<{ value: Span; label: string }> {
  return [
    { value: 'daily', label: t('rules.span.daily', 'Day') },
    { value: 'weekly', label: t('rules.span.weekly', 'Week') },
    { value: 'monthly', label: t('rules.span.monthly', 'Month') },
    { value: 'window', label: t('rules.span.window', 'Rolling') },
  ];
}
