import React from 'react';
import { t } from '@grafana/i18n';
import { bind } from '../../../components/forms/bind';
import { ChoiceField } from '../../../components/forms/ChoiceField';
import { NumberField } from '../../../components/forms/NumberField';
import { TextField } from '../../../components/forms/TextField';
import type { Form } from '../../../components/forms/useForm';
import type { BudgetDraft } from './budgetDraft';
import { spanOptions, unitOptions } from './budgetOptions';

interface Props {
  form: Form<BudgetDraft>;
}

/** How much may be spent, in which time, and what happens then. */
export function BudgetFields({ form }: Props) {
  const { unit, span } = form.draft;
  return (
    <>
      <ChoiceField {...bind(form, 'unit')} label={t('rules.budget.unit', 'Budget in')} options={unitOptions()} />
      {unit === 'usd' ? (
        <NumberField
          {...bind(form, 'limit_usd')}
          label={t('rules.budget.usd', 'Most to be spent')}
          prefix="$"
          step="any"
        />
      ) : (
        <NumberField
          {...bind(form, 'limit_tokens')}
          label={t('rules.budget.tokens', 'Most tokens, input and output together')}
        />
      )}
      <ChoiceField {...bind(form, 'span')} label={t('rules.budget.span', 'In which time')} options={spanOptions()} />
      {span === 'window' && (
        <TextField
          {...bind(form, 'window')}
          label={t('rules.budget.window', 'Always the last')}
          description={t('rules.budget.window-form', 'Such as 5h, 7d or 30d.')}
        />
      )}
      <ChoiceField
        {...bind(form, 'hard')}
        label={t('rules.budget.hard', 'When it is spent')}
        options={[
          { value: true, label: t('rules.budget.refuse', 'Refuse requests') },
          { value: false, label: t('rules.budget.warn', 'Only warn') },
        ]}
      />
    </>
  );
}
