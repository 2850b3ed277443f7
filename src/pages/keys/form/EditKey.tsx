import React from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Key } from '../../../api/gateway/objects';
import { FormButtons } from '../../../components/forms/FormButtons';
import { useForm } from '../../../components/forms/useForm';
import { keyBody, keyDraft, type KeyDraft } from './keyDraft';
import { KeyFields } from './KeyFields';
import { keyFaults } from './keyFaults';
import { useSuggestions } from './useSuggestions';

interface Props {
  gatewayUid: string;
  of: Key;
  onSaved: () => void;
  onCancel: () => void;
}

/** Changes whose a key is and what it is good for; its secret stays. */
export function EditKey({ gatewayUid, of, onSaved, onCancel }: Props) {
  const before = keyDraft(of);
  const form = useForm<KeyDraft>(before, {
    // An end that is over already, and stays so, is nobody's mistake now.
    check: (draft) => keyFaults(draft.expires_at === before.expires_at ? { ...draft, expires_at: '' } : draft),
    save: async (draft) => {
      const { name, revision } = of;
      const body = keyBody(draft, of);
      await gatewayApi(gatewayUid).put('/keys/{name}', { path: { name }, query: { revision }, body });
      onSaved();
    },
  });
  return (
    <form onSubmit={form.submit} aria-label={t('keys.edit.title', 'Edit key')}>
      <Stack direction="column" gap={2}>
        <KeyFields form={form} suggestions={useSuggestions(gatewayUid)} />
        <FormButtons
          save={t('keys.edit.save', 'Save key')}
          saving={form.saving}
          failure={form.failure}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
