import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Field, Input, SecretTextArea, Switch } from '@grafana/ui';
import type { ConfigProps } from './props';
import type { GatewayOptions } from '../types';
import { resetSecret, typeSecret } from './secrets';

export function HttpFields({ options, onOptionsChange }: ConfigProps) {
  const timeoutId = useId();
  const certificateId = useId();
  const skipId = useId();
  const { jsonData, readOnly } = options;
  const withJson = (change: Partial<GatewayOptions>) => ({ ...jsonData, ...change });
  return (
    <>
      <Field
        label={t('config.timeout.label', 'Timeout')}
        description={t('config.timeout.description', 'How long to wait for an answer, in seconds.')}
        htmlFor={timeoutId}
      >
        <Input
          id={timeoutId}
          type="number"
          min={1}
          width={20}
          placeholder="30"
          value={jsonData.timeout ?? ''}
          disabled={readOnly}
          onChange={({ currentTarget }) =>
            onOptionsChange({ ...options, jsonData: withJson({ timeout: parseSeconds(currentTarget.value) }) })
          }
        />
      </Field>
      <Field
        label={t('config.certificate.label', 'CA certificate')}
        description={t(
          'config.certificate.description',
          'For an https gateway whose certificate is signed by a CA of your own.'
        )}
        htmlFor={certificateId}
      >
        <SecretTextArea
          id={certificateId}
          cols={60}
          rows={5}
          placeholder="-----BEGIN CERTIFICATE-----"
          isConfigured={Boolean(options.secureJsonFields.tlsCACert)}
          disabled={readOnly}
          onChange={({ currentTarget: { value } }) =>
            onOptionsChange({
              ...typeSecret(options, 'tlsCACert', value),
              jsonData: withJson({ tlsAuthWithCACert: value !== '' }),
            })
          }
          onReset={() =>
            onOptionsChange({ ...resetSecret(options, 'tlsCACert'), jsonData: withJson({ tlsAuthWithCACert: false }) })
          }
        />
      </Field>
      <Field
        label={t('config.skip.label', 'Skip TLS verification')}
        description={t(
          'config.skip.description',
          'Accepts any certificate, so anyone between Grafana and the gateway could read the admin token. For trials only.'
        )}
        htmlFor={skipId}
      >
        <Switch
          id={skipId}
          value={jsonData.tlsSkipVerify ?? false}
          disabled={readOnly}
          onChange={({ currentTarget }) =>
            onOptionsChange({ ...options, jsonData: withJson({ tlsSkipVerify: currentTarget.checked }) })
          }
        />
      </Field>
    </>
  );
}

function parseSeconds(text: string): number | undefined {
  const seconds = Number.parseInt(text, 10);
  return seconds > 0 ? seconds : undefined;
}
