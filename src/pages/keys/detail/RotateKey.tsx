import React from 'react';
import { t } from '@grafana/i18n';
import { Modal, Stack } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Key } from '../../../api/gateway/objects';
import { bind } from '../../../components/forms/bind';
import { ChoiceField } from '../../../components/forms/ChoiceField';
import { FormButtons } from '../../../components/forms/FormButtons';
import { useForm } from '../../../components/forms/useForm';
import type { MadeKey } from '../form/makeKey';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  of: Key;
  onMade: (made: MadeKey) => void;
  onDismiss: () => void;
}

/** Gives a key a new secret; the one before is good for a while still, so that clients have time to change. */
export function RotateKey({ gatewayUid, of, onMade, onDismiss }: Props) {
  const form = useForm(
    { grace_seconds: 86_400 },
    {
      save: async (body) => {
        const path = { name: of.name };
        const { key: secret, ...key } = await gatewayApi(gatewayUid).post('/keys/{name}/rotate', { path, body });
        onMade({ key, secret, problems: [] });
      },
    }
  );
  return (
    <Modal
      isOpen
      title={t('keys.rotate.title', 'Rotate {{name}}', { name: of.name, ...AS_IT_IS })}
      onDismiss={onDismiss}
    >
      <form onSubmit={form.submit}>
        <Stack direction="column" gap={2}>
          <ChoiceField
            {...bind(form, 'grace_seconds')}
            label={t('keys.rotate.grace', 'The secret before is good for')}
            description={t('keys.rotate.grace-note', 'Until then both work; then only the new one does.')}
            options={[
              { value: 0, label: t('keys.rotate.none', 'Not at all') },
              { value: 3_600, label: t('keys.rotate.hour', '1 hour') },
              { value: 86_400, label: t('keys.rotate.day', '1 day') },
              { value: 604_800, label: t('keys.rotate.week', '7 days') },
              { value: 2_592_000, label: t('keys.rotate.month', '30 days') },
            ]}
          />
          <FormButtons
            save={t('keys.rotate.save', 'Make a new secret')}
            saving={form.saving}
            failure={form.failure}
            onCancel={onDismiss}
          />
        </Stack>
      </form>
    </Modal>
  );
}
