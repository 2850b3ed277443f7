import React from 'react';
import { t } from '@grafana/i18n';
import type { Provider } from '../../../api/gateway/objects';
import { bind } from '../../../components/forms/bind';
import { SecretField } from '../../../components/forms/SecretField';
import { TextField } from '../../../components/forms/TextField';
import type { Form } from '../../../components/forms/useForm';
import { AdvancedFields } from './AdvancedFields';
import { secretWords, textWords } from './fieldWords';
import { knownSecret } from './knownSecret';
import type { ProviderDraft } from './providerDraft';
import { PROVIDER_TYPES, secretsOf, SIMULATOR, textsOf } from './providerTypes';

interface Props {
  form: Form<ProviderDraft>;
  /** The one that is changed. */
  before?: Provider;
}

/** Where a provider is, how it knows the gateway, how it is paid, and how long to wait for it. */
export function ProviderFields({ form, before }: Props) {
  const { type } = form.draft;
  const baseUrl = PROVIDER_TYPES[type]?.baseUrl;
  return (
    <>
      {type !== SIMULATOR && (
        <TextField
          {...bind(form, 'base_url')}
          type="url"
          label={t('providers.form.base-url', 'Address')}
          description={t(
            'providers.form.base-url-note',
            'As the gateway reaches it, up to and including /v1 if it has that.'
          )}
          placeholder={baseUrl ?? 'https://…'}
          required={baseUrl === null}
        />
      )}
      {textsOf(type).map((field) => (
        <TextField key={field} {...bind(form, field)} {...textWords(field)} />
      ))}
      {secretsOf(type).map((field) => {
        const { isThere, endsWith } = knownSecret(before, field);
        return (
          <SecretField
            key={field}
            {...bind(form, field)}
            label={secretWords(field)}
            description={t(
              'providers.form.secret-note',
              'The gateway keeps it encrypted and tells it to nobody but the provider.'
            )}
            isConfigured={isThere}
            endsWith={endsWith}
          />
        );
      })}
      <TextField
        {...bind(form, 'prices')}
        label={t('providers.form.prices', 'Price list')}
        description={t(
          'providers.form.prices-note',
          'Whose prices apply, such as openai or groq, where it is not the provider’s own.'
        )}
      />
      <AdvancedFields form={form} />
    </>
  );
}
