import React from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { bind } from '../../../components/forms/bind';
import type { Faults } from '../../../components/forms/faults';
import { FormButtons } from '../../../components/forms/FormButtons';
import { SecretField } from '../../../components/forms/SecretField';
import { TextField } from '../../../components/forms/TextField';
import { useForm } from '../../../components/forms/useForm';
import { addGatewayDataSource } from './addGatewayDataSource';

interface Draft {
  name: string;
  url: string;
  adminToken: string | undefined;
}

interface Props {
  onAdded: (uid: string) => void;
  onCancel: () => void;
}

/** Makes the data source of a gateway. */
export function AddGateway({ onAdded, onCancel }: Props) {
  const form = useForm<Draft>(
    { name: 'LLM Gateway', url: '', adminToken: '' },
    {
      check: faultsOf,
      save: async ({ adminToken = '', ...rest }) => onAdded(await addGatewayDataSource({ ...rest, adminToken })),
    }
  );
  return (
    <form onSubmit={form.submit} aria-label={t('setup.add.title', 'Connect a gateway')}>
      <Stack direction="column" gap={2}>
        <TextField {...bind(form, 'name')} label={t('setup.add.name', 'Name')} required />
        <TextField
          {...bind(form, 'url')}
          type="url"
          label={t('setup.add.url', 'Address of the gateway')}
          description={t(
            'setup.add.url-note',
            'Without /v1, as the Grafana server reaches it. If Grafana runs in a container, localhost is that container.'
          )}
          placeholder="http://localhost:4000"
          required
        />
        <SecretField
          {...bind(form, 'adminToken')}
          label={t('setup.add.token', 'Admin token')}
          description={t(
            'setup.add.token-note',
            'The value of LLM_GATEWAY_ADMIN_TOKEN, or the content of secrets/admin-token in the gateway’s data dir. Grafana’s server keeps it encrypted; no browser can read it.'
          )}
          isConfigured={false}
          required
        />
        <FormButtons
          save={t('setup.add.save', 'Connect')}
          saving={form.saving}
          failure={form.failure}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

function faultsOf({ name, url, adminToken }: Draft): Faults<Draft> {
  const missing = t('setup.add.missing', 'Fill it in');
  return {
    ...(name.trim() === '' && { name: missing }),
    ...(!/^https?:\/\/./.test(url) && { url: t('setup.add.bad-url', 'Write it as http://host:port') }),
    ...(!adminToken && { adminToken: missing }),
  };
}
