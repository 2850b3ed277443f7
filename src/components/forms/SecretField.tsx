import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Field, SecretInput } from '@grafana/ui';
import type { FieldProps } from './fieldProps';
import { AS_IT_IS } from '../../asItIs';

interface Props extends FieldProps<string | undefined> {
  /** There is one already. It can be replaced and never read. */
  isConfigured: boolean;
  /** Its last characters, to know it by. */
  endsWith?: string;
}

/** A secret: undefined leaves the one that is there as it is. */
export function SecretField({ value, onChange, isConfigured, endsWith, ...field }: Props) {
  const id = useId();
  const { label, description, error, required, disabled } = field;
  const known =
    isConfigured && endsWith !== undefined
      ? t('forms.secret-ends', 'The one in use ends with {{endsWith}}.', { endsWith, ...AS_IT_IS })
      : '';
  return (
    <Field
      noMargin
      label={label}
      description={[description, known].filter(Boolean).join(' ')}
      htmlFor={id}
      required={required}
      invalid={error !== undefined}
      error={error}
    >
      <SecretInput
        id={id}
        autoComplete="new-password"
        isConfigured={isConfigured && value === undefined}
        value={value ?? ''}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onReset={() => onChange('')}
      />
    </Field>
  );
}
