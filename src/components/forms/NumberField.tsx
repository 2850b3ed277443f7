import React, { useId } from 'react';
import { Field, Input } from '@grafana/ui';
import type { FieldProps } from './fieldProps';

interface Props extends FieldProps<number | undefined> {
  placeholder?: string;
  /** Unit, shown before it. */
  prefix?: string;
  /** Unit, shown after it. */
  suffix?: string;
  /** Smallest step; whole numbers by default. */
  step?: number | 'any';
}

/** A number, or none. What is wrong with it the gateway says. */
export function NumberField({ value, onChange, placeholder, prefix, suffix, step = 1, ...field }: Props) {
  const id = useId();
  const { label, description, error, required, disabled } = field;
  return (
    <Field
      noMargin
      label={label}
      description={description}
      htmlFor={id}
      required={required}
      invalid={error !== undefined}
      error={error}
    >
      <Input
        id={id}
        type="number"
        min={0}
        step={step}
        prefix={prefix}
        suffix={suffix}
        placeholder={placeholder}
        value={value ?? ''}
        disabled={disabled}
        invalid={error !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : Number(currentTarget.value))}
      />
    </Field>
  );
}
