import React from 'react';
import { t } from '@grafana/i18n';
import { bind } from '../../../components/forms/bind';
import { ListField } from '../../../components/forms/ListField';
import type { Form } from '../../../components/forms/useForm';
import type { ModelDraft } from './modelDraft';

interface Props {
  form: Form<ModelDraft>;
}

/** Other models that answer in place of this one, in the order in which they are tried. */
export function FallbackFields({ form }: Props) {
  return (
    <>
      <ListField
        {...bind(form, 'fallbacks')}
        label={t('models.form.fallbacks', 'Fallbacks')}
        description={t('models.form.fallbacks-note', 'Tried in this order when no deployment answers.')}
      />
      <ListField
        {...bind(form, 'context_window_fallbacks')}
        label={t('models.form.context-fallbacks', 'Fallbacks for long requests')}
        description={t('models.form.context-fallbacks-note', 'Tried when a request is too long for this model.')}
      />
      <ListField
        {...bind(form, 'content_policy_fallbacks')}
        label={t('models.form.policy-fallbacks', 'Fallbacks for refused content')}
        description={t('models.form.policy-fallbacks-note', 'Tried when the provider refuses the content.')}
      />
    </>
  );
}
