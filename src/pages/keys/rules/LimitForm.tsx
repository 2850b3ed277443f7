import React from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Limit } from '../../../api/gateway/objects';
import { bind } from '../../../components/forms/bind';
import { FormButtons } from '../../../components/forms/FormButtons';
import { TextField } from '../../../components/forms/TextField';
import { useForm } from '../../../components/forms/useForm';
import { limitBody, limitDraft, NEW_LIMIT } from './limitDraft';
import { LimitFields } from './LimitFields';
import type { Subject } from './subject';

interface Props {
  gatewayUid: string;
  subject: Subject;
  /** The one that is changed; a new one without. */
  limit?: Limit;
  onSaved: () => void;
  onCancel: () => void;
}

/** Adds a limit to a key, team or user, or changes one. */
export function LimitForm({ gatewayUid, subject, limit, onSaved, onCancel }: Props) {
  const initial = limit ? limitDraft(limit) : { ...NEW_LIMIT, name: `${subject.name}-limit` };
  const form = useForm(initial, {
    save: async (draft) => {
      const api = gatewayApi(gatewayUid);
      const body = limitBody(draft, subject, limit);
      if (limit === undefined) {
        await api.post('/limits', { body });
      } else {
        const query = { revision: limit.revision };
        await api.put('/limits/{name}', { path: { name: limit.name }, query, body });
      }
      onSaved();
    },
  });
  return (
    <form onSubmit={form.submit} aria-label={t('rules.limit.form', 'Limit')}>
      <Stack direction="column" gap={2}>
        {limit === undefined && (
          <TextField {...bind(form, 'name')} label={t('rules.limit.name', 'Name of the limit')} required />
        )}
        <LimitFields form={form} />
        <FormButtons
          save={t('rules.limit.save', 'Save limit')}
          saving={form.saving}
          failure={form.failure}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
