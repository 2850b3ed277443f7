import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Model } from '../../../api/gateway/objects';
import { bind } from '../../../components/forms/bind';
import { ChoiceField } from '../../../components/forms/ChoiceField';
import { FormButtons } from '../../../components/forms/FormButtons';
import { NumberField } from '../../../components/forms/NumberField';
import { SelectField } from '../../../components/forms/SelectField';
import { TextField } from '../../../components/forms/TextField';
import { useForm } from '../../../components/forms/useForm';
import { DeploymentFields } from './DeploymentFields';
import { FallbackFields } from './FallbackFields';
import { modelBody, modelDraft } from './modelDraft';
import { cacheOptions, stickyOptions, strategyOptions } from './modelOptions';

interface Props {
  gatewayUid: string;
  /** The one that is changed; a new one without. */
  model?: Model;
  /** Names of providers that there are. */
  providers: readonly string[];
  onSaved: () => void;
  onCancel: () => void;
}

/** Adds or changes a model: which deployments answer it, how one is chosen, and what happens when none answers. */
export function ModelForm({ gatewayUid, model, providers, onSaved, onCancel }: Props) {
  const form = useForm(modelDraft(model), {
    check: ({ name }) => (name.trim() === '' ? { name: t('models.form.name-missing', 'Give it a name') } : {}),
    save: async (draft) => {
      const api = gatewayApi(gatewayUid);
      const body = modelBody(draft, model);
      if (model === undefined) {
        await api.post('/models', { body });
      } else {
        await api.put('/models/{name}', { path: { name: model.name }, query: { revision: model.revision }, body });
      }
      onSaved();
    },
  });
  const { value, error, disabled, onChange } = bind(form, 'deployments');

  return (
    <form onSubmit={form.submit} aria-label={t('models.form.title', 'Model')}>
      <Stack direction="column" gap={2}>
        {model === undefined && (
          <TextField
            {...bind(form, 'name')}
            label={t('models.form.name', 'Name')}
            description={t('models.form.name-note', 'What clients ask for; it cannot be changed later.')}
            required
          />
        )}
        <Text element="h4">
          <Trans i18nKey="models.form.deployments">Deployments</Trans>
        </Text>
        <DeploymentFields deployments={value} {...{ error, disabled, onChange, providers }} />
        <SelectField
          {...bind(form, 'strategy')}
          label={t('models.form.strategy', 'How a deployment is chosen')}
          options={strategyOptions()}
        />
        <ChoiceField
          {...bind(form, 'sticky')}
          label={t('models.form.sticky', 'Stay with one deployment')}
          description={t('models.form.sticky-note', 'While it answers, for the provider’s prompt cache.')}
          options={stickyOptions()}
        />
        <ChoiceField
          {...bind(form, 'cache')}
          label={t('models.form.cache', 'Give equal requests the same answer again')}
          options={cacheOptions()}
        />
        {form.draft.cache === 'on' && (
          <NumberField
            {...bind(form, 'ttl_seconds')}
            label={t('models.form.ttl', 'How long an answer is kept')}
            suffix="s"
          />
        )}
        <FallbackFields form={form} />
        <FormButtons
          save={t('models.form.save', 'Save model')}
          saving={form.saving}
          failure={form.failure}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
