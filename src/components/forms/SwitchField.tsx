import React, { useId } from 'react';
import { Field, Switch } from '@grafana/ui';
import type { FieldProps } from './fieldProps';

/** Yes or no. */
export function SwitchField({ label, description, error, disabled, value, onChange }: FieldProps<boolean>) {
  const id = useId();
  return (
    <Field noMargin label={label} description={description} htmlFor={id} invalid={error !== undefined} error={error}>
      <Switch
        id={id}
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    </Field>
  );
}
