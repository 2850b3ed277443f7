import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Field, Input, SecretInput } from '@grafana/ui';
import type { ConfigProps } from './props';
import { resetSecret, typeSecret } from './secrets';

export function ConnectionFields({ options, onOptionsChange }: ConfigProps) {
  const urlId = useId();
  const tokenId = useId();
  return (
    <>
      <Field
        label={t('config.url.label', 'Gateway URL')}
        description={t(
          'config.url.description',
          "The gateway's own address, without /v1, as the Grafana server reaches it. If Grafana runs in a container, localhost is that container."
        )}
        htmlFor={urlId}
        required
      >
        <Input
          id={urlId}
          type="url"
          width={60}
          placeholder="http://localhost:4000"
          value={options.url}
          disabled={options.readOnly}
          onChange={({ currentTarget }) => onOptionsChange({ ...options, url: currentTarget.value })}
        />
      </Field>
      <Field
        label={t('config.token.label', 'Admin token')}
        description={t(
          'config.token.description',
          "The value of LLM_GATEWAY_ADMIN_TOKEN, or the content of secrets/admin-token in the gateway's data dir (data/gateway for npm start). Grafana's server keeps it encrypted; no browser can read it."
        )}
        htmlFor={tokenId}
        required
      >
        <SecretInput
          id={tokenId}
          width={60}
          placeholder={t('config.token.label', 'Admin token')}
          autoComplete="new-password"
          isConfigured={Boolean(options.secureJsonFields.adminToken)}
          value={options.secureJsonData?.adminToken ?? ''}
          disabled={options.readOnly}
          onChange={({ currentTarget }) => onOptionsChange(typeSecret(options, 'adminToken', currentTarget.value))}
          onReset={() => onOptionsChange(resetSecret(options, 'adminToken'))}
        />
      </Field>
    </>
  );
}
