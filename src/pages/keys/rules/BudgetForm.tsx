import React from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Budget } from '../../../api/gateway/objects';
import { bind } from '../../../components/forms/bind';
import { FormButtons } from '../../../components/forms/FormButtons';
import { TextField } from '../../../components/forms/TextField';
import { useForm } from '../../../components/forms/useForm';
import { amountFaults, budgetBody, budgetDraft, NEW_BUDGET } from './budgetDraft';
import { BudgetFields } from './BudgetFields';
import type { Subject } from './subject';

interface Props {
  gatewayUid: string;
  subject: Subject;
  /** The one that is changed; a new one without. */
  budget?: Budget;
  onSaved: () => void;
  onCancel: () => void;
}

/** Adds a budget to a key, team or user, or changes one. */
export function BudgetForm({ gatewayUid, subject, budget, onSaved, onCancel }: Props) {
  const initial = budget ? budgetDraft(budget) : { ...NEW_BUDGET, name: `${subject.name}-budget` };
  const form = useForm(initial, {
    check: amountFaults,
    save: async (draft) => {
      const api = gatewayApi(gatewayUid);
      const body = budgetBody(draft, subject, budget);
      if (budget === undefined) {
        await api.post('/budgets', { body });
      } else {
        const query = { revision: budget.revision };
        await api.put('/budgets/{name}', { path: { name: budget.name }, query, body });
      }
      onSaved();
    },
  });
  return (
    <form onSubmit={form.submit} aria-label={t('rules.budget.form', 'Budget')}>
      <Stack direction="column" gap={2}>
        {budget === undefined && (
          <TextField {...bind(form, 'name')} label={t('rules.budget.name', 'Name of the budget')} required />
        )}
        <BudgetFields form={form} />
        <FormButtons
          save={t('rules.budget.save', 'Save budget')}
          saving={form.saving}
          failure={form.failure}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
