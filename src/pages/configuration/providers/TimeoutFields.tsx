import React from 'react';
import { t } from '@grafana/i18n';
import { bind } from '../../../components/forms/bind';
import { NumberField } from '../../../components/forms/NumberField';
import type { Form } from '../../../components/forms/useForm';
import type { ProviderDraft } from './providerDraft';

interface Props {
  form: Form<ProviderDraft>;
}

/** How long to wait for a provider, in milliseconds; placeholders are the gateway's defaults. */
export function TimeoutFields({ form }: Props) {
  return (
    <>
      <NumberField
        {...bind(form, 'connect_ms')}
        label={t('providers.timeout.connect', 'To open a connection')}
        placeholder="5000"
        suffix="ms"
      />
      <NumberField
        {...bind(form, 'first_token_ms')}
        label={t('providers.timeout.first-token', 'To the first token of a stream')}
        placeholder="60000"
        suffix="ms"
      />
      <NumberField
        {...bind(form, 'idle_ms')}
        label={t('providers.timeout.idle', 'Between two chunks of an answer')}
        placeholder="60000"
        suffix="ms"
      />
      <NumberField
        {...bind(form, 'total_ms')}
        label={t('providers.timeout.total', 'For a whole answer')}
        placeholder="600000"
        suffix="ms"
      />
    </>
  );
}
