import { t } from '@grafana/i18n';
import type { Budget } from '../../../api/gateway/objects';
import type { Faults } from '../../../components/forms/faults';
import type { Subject } from './subject';

export type Span = NonNullable<Budget['period']> | 'window';

/** A budget as it is typed. Fields are called as the gateway calls them, for its refusals to find them. */
export interface BudgetDraft {
  name: string;
  unit: 'usd' | 'tokens';
  limit_usd: number | undefined;
  limit_tokens: number | undefined;
  span: Span;
  window: string;
  hard: boolean;
}

export const NEW_BUDGET: BudgetDraft = {
  name: '',
  unit: 'usd',
  limit_usd: undefined,
  limit_tokens: undefined,
  span: 'monthly',
  window: '30d',
  hard: true,
};

export function budgetDraft(budget: Budget): BudgetDraft {
  return {
    name: budget.name,
    unit: budget.limit_usd === undefined ? 'tokens' : 'usd',
    limit_usd: budget.limit_usd,
    limit_tokens: budget.limit_tokens,
    span: budget.period ?? 'window',
    window: budget.window ?? NEW_BUDGET.window,
    hard: budget.hard ?? true,
  };
}

/** What is wrong with an amount before the gateway is asked: it would not know which of the two was meant. */
export function amountFaults(draft: BudgetDraft): Faults<BudgetDraft> {
  const field = draft.unit === 'usd' ? 'limit_usd' : 'limit_tokens';
  const given = draft[field];
  return given !== undefined && given > 0
    ? {}
    : { [field]: t('rules.amount-missing', 'Give an amount above 0, or leave the budget out') };
}

/** What is sent for it. What the form does not ask of a budget that is there already stays. */
export function budgetBody(draft: BudgetDraft, { kind, name }: Subject, before?: Budget) {
  const { unit, limit_usd, limit_tokens, span, window, hard } = draft;
  return {
    ...before,
    name: draft.name,
    [kind]: before?.[kind] ?? name,
    limit_usd: unit === 'usd' ? limit_usd : undefined,
    limit_tokens: unit === 'tokens' ? limit_tokens : undefined,
    period: span === 'window' ? undefined : span,
    window: span === 'window' ? window : undefined,
    hard,
  };
}
