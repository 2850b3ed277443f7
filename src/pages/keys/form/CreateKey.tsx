import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Drawer, Stack, Text } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { bind } from '../../../components/forms/bind';
import { FormButtons } from '../../../components/forms/FormButtons';
import { SwitchField } from '../../../components/forms/SwitchField';
import { TextField } from '../../../components/forms/TextField';
import { useForm, type Form } from '../../../components/forms/useForm';
import { BudgetFields } from '../rules/BudgetFields';
import type { BudgetDraft } from '../rules/budgetDraft';
import { LimitFields } from '../rules/LimitFields';
import type { LimitDraft } from '../rules/limitDraft';
import { NEW_KEY, type KeyDraft } from './keyDraft';
import { KeyFields } from './KeyFields';
import { newKeyFaults } from './keyFaults';
import { makeKey, type MadeKey } from './makeKey';
import type { Suggestions } from './useSuggestions';

interface Props {
  gatewayUid: string;
  suggestions: Suggestions;
  onMade: (made: MadeKey) => void;
  onClose: () => void;
}

/** Makes a key, with its first limit and budget. */
export function CreateKey({ gatewayUid, suggestions, onMade, onClose }: Props) {
  const form = useForm(NEW_KEY, {
    check: newKeyFaults,
    save: async (draft) => onMade(await makeKey(gatewayApi(gatewayUid), draft)),
  });
  // Each part of the form sees the fields that are its own.
  const parts = form as unknown as Form<KeyDraft> & Form<LimitDraft> & Form<BudgetDraft>;

  return (
    <Drawer title={t('keys.create.title', 'New key')} size="md" closeOnMaskClick={false} onClose={onClose}>
      <form onSubmit={form.submit} aria-label={t('keys.create.title', 'New key')}>
        <Stack direction="column" gap={2}>
          <TextField
            {...bind(form, 'name')}
            label={t('keys.form.name', 'Name')}
            description={t('keys.form.name-note', 'What metrics and pages call it; it cannot be changed later.')}
            required
          />
          <KeyFields form={parts} suggestions={suggestions} />
          <Text element="h4">
            <Trans i18nKey="rules.limits">Limits</Trans>
          </Text>
          <LimitFields form={parts} />
          <Text element="h4">
            <Trans i18nKey="keys.form.budget">Budget</Trans>
          </Text>
          <SwitchField {...bind(form, 'hasBudget')} label={t('keys.form.has-budget', 'Hold it to a budget')} />
          {form.draft.hasBudget && <BudgetFields form={parts} />}
          <FormButtons
            save={t('keys.create.save', 'Create key')}
            saving={form.saving}
            failure={form.failure}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Drawer>
  );
}
