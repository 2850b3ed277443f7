import React from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import type { Provider } from '../../../api/gateway/objects';
import { bind } from '../../../components/forms/bind';
import { FormButtons } from '../../../components/forms/FormButtons';
import { SelectField } from '../../../components/forms/SelectField';
import { TextField } from '../../../components/forms/TextField';
import { useForm } from '../../../components/forms/useForm';
import { providerBody, providerDraft } from './providerDraft';
import { ProviderFields } from './ProviderFields';
import { PROVIDER_TYPES, SIMULATOR, typeLabel } from './providerTypes';
import { saveProvider } from './saveProvider';
import { TestProvider } from './TestProvider';

interface Props {
  gatewayUid: string;
  /** The one that is changed; a new one without. */
  provider?: Provider;
  onSaved: () => void;
  onCancel: () => void;
}

/** Adds or changes a provider; it can be tested before it is saved. */
export function ProviderForm({ gatewayUid, provider, onSaved, onCancel }: Props) {
  const form = useForm(providerDraft(provider), {
    check: ({ name }) => (name.trim() === '' ? { name: t('providers.form.name-missing', 'Give it a name') } : {}),
    save: async (draft) => {
      await saveProvider(gatewayUid, providerBody(draft, provider), provider);
      onSaved();
    },
  });
  const { draft } = form;
  const name = draft.name.trim();

  return (
    <form onSubmit={form.submit} aria-label={t('providers.form.title', 'Provider')}>
      <Stack direction="column" gap={2}>
        {provider === undefined && (
          <>
            <TextField
              {...bind(form, 'name')}
              label={t('providers.form.name', 'Name')}
              description={t('providers.form.name-note', 'What metrics and pages call it; it cannot be changed later.')}
              required
            />
            <SelectField
              {...bind(form, 'type')}
              label={t('providers.form.type', 'Type')}
              options={[...Object.keys(PROVIDER_TYPES), SIMULATOR].map((value) => ({
                value,
                label: typeLabel(value),
              }))}
            />
          </>
        )}
        <ProviderFields form={form} before={provider} />
        {draft.type !== SIMULATOR && name !== '' && (
          <TestProvider {...{ gatewayUid, name }} described={() => providerBody(draft, provider)} />
        )}
        <FormButtons
          save={t('providers.form.save', 'Save provider')}
          saving={form.saving}
          failure={form.failure}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
