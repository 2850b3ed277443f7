import React, { useState } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Budget } from '../../../api/gateway/objects';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import { BudgetForm } from './BudgetForm';
import { BudgetUse } from './BudgetUse';
import { RuleLine } from './RuleLine';
import { subjectBudgets } from './standings';
import type { RuleSectionProps } from './ruleSectionProps';
import { AS_IT_IS } from '../../../asItIs';

type Doing = { what: 'add' } | { what: 'edit' | 'remove'; budget: Budget };

/** What a key, team or user may spend, and how much of it is spent. */
export function BudgetSection({ gatewayUid, subject, rules, editable, onChanged }: RuleSectionProps) {
  const [doing, setDoing] = useState<Doing>();
  const budgets = subjectBudgets(rules.budgets, subject);
  const done = () => {
    setDoing(undefined);
    onChanged();
  };
  const cancel = () => setDoing(undefined);

  return (
    <Stack direction="column" gap={2}>
      <Text element="h4">
        <Trans i18nKey="rules.budgets">Budgets</Trans>
      </Text>
      {budgets.length === 0 && (
        <Text color="secondary">
          <Trans i18nKey="rules.no-budget">No budget is on it: it may spend without end.</Trans>
        </Text>
      )}
      {budgets.map((of) => (
        <RuleLine
          key={of.budget.name}
          rule={of.budget}
          isOnEach={of.budget[subject.kind] === '*'}
          editable={editable}
          onEdit={() => setDoing({ what: 'edit', budget: of.budget })}
          onRemove={() => setDoing({ what: 'remove', budget: of.budget })}
        >
          <BudgetUse of={of} />
          <Text variant="bodySmall" color="secondary">
            {of.budget.hard === false
              ? t('rules.budget.soft-note', 'Only warns when it is spent.')
              : t('rules.budget.hard-note', 'Requests are refused when it is spent.')}
            {of.resetsAt !== undefined &&
              ` ${t('rules.budget.resets', 'Begins anew {{when}}.', { when: dateTimeFormat(of.resetsAt), ...AS_IT_IS })}`}
          </Text>
        </RuleLine>
      ))}
      {editable && doing === undefined && (
        <div>
          <Button size="sm" variant="secondary" icon="plus" onClick={() => setDoing({ what: 'add' })}>
            <Trans i18nKey="rules.add-budget">Add budget</Trans>
          </Button>
        </div>
      )}
      {doing?.what === 'add' && <BudgetForm {...{ gatewayUid, subject }} onSaved={done} onCancel={cancel} />}
      {doing?.what === 'edit' && (
        <BudgetForm {...{ gatewayUid, subject }} budget={doing.budget} onSaved={done} onCancel={cancel} />
      )}
      {doing?.what === 'remove' && (
        <ConfirmChange
          title={t('rules.budget.remove', 'Remove the budget {{name}}', { name: doing.budget.name, ...AS_IT_IS })}
          consequence={t('rules.budget.remove-note', 'From then on nothing of it is counted or refused.')}
          confirm={t('rules.remove-confirm', 'Remove')}
          name={doing.budget.name}
          change={async () => {
            const { name, revision } = doing.budget;
            await gatewayApi(gatewayUid).delete('/budgets/{name}', { path: { name }, query: { revision } });
          }}
          onDone={done}
          onDismiss={cancel}
        />
      )}
    </Stack>
  );
}
