import React from 'react';
import { t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import type { FieldProps } from '../../../components/forms/fieldProps';
import { TextField } from '../../../components/forms/TextField';
import { toLocal } from './keyDraft';
import { AS_IT_IS } from '../../../asItIs';

const DAY_MS = 86_400_000;
const USUAL_DAYS = [30, 90, 365];

type Props = Pick<FieldProps<string>, 'value' | 'onChange' | 'error' | 'disabled'>;

/** When a key ends: never, on a date, or after one of the usual times. */
export function ExpiryField(props: Props) {
  return (
    <Stack direction="column" gap={0.5}>
      <TextField
        {...props}
        type="datetime-local"
        label={t('keys.form.expires', 'Ends')}
        description={t('keys.form.expires-note', 'In your browser’s time zone. Without one, the key has no end.')}
      />
      <Stack gap={1}>
        {USUAL_DAYS.map((days) => (
          <Button
            key={days}
            size="sm"
            variant="secondary"
            disabled={props.disabled}
            onClick={() => props.onChange(toLocal(new Date(Date.now() + days * DAY_MS)))}
          >
            {t('keys.form.in-days', 'In {{days}} days', { days, ...AS_IT_IS })}
          </Button>
        ))}
        <Button size="sm" variant="secondary" disabled={props.disabled} onClick={() => props.onChange('')}>
          {t('keys.form.never', 'Never')}
        </Button>
      </Stack>
    </Stack>
  );
}
