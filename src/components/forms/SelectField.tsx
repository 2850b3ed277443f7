import React, { useId } from 'react';
import { Combobox, Field, Label, type ComboboxOption } from '@grafana/ui';
import type { FieldProps } from './fieldProps';

interface Props<V extends string> extends FieldProps<V> {
  options: Array<ComboboxOption<V>>;
}

/** One of many. */
export function SelectField<V extends string>({ value, onChange, options, ...field }: Props<V>) {
  const id = useId();
  const { label, description, error, disabled } = field;
  return (
    <Field
      noMargin
      // Comboboxes are named by the label's id, not by their own.
      label={
        <Label id={id} description={description}>
          {label}
        </Label>
      }
      invalid={error !== undefined}
      error={error}
    >
      <Combobox
        aria-labelledby={id}
        options={options}
        value={value}
        disabled={disabled}
        onChange={(option) => onChange(option.value)}
      />
    </Field>
  );
}
