import React, { useId } from 'react';
import { Field, Input } from '@grafana/ui';

interface Props {
  label: string;
  placeholder: string;
  title?: string;
  /** Unit of the number, shown after it. */
  suffix?: string;
  max?: number;
  error?: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  onBlur: () => void;
}

/** A whole number above 0, or none. */
export function NumberField({ label, placeholder, title, suffix, max, error, value, onChange, onBlur }: Props) {
  const id = useId();
  return (
    <Field noMargin label={label} htmlFor={id} invalid={error !== undefined} error={error}>
      <Input
        id={id}
        type="number"
        min={1}
        max={max}
        width={14}
        placeholder={placeholder}
        title={title}
        suffix={suffix}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(parse(currentTarget.value))}
        onBlur={onBlur}
      />
    </Field>
  );
}

/** Left out, rather than wrong, while there is no number above 0. */
function parse(text: string): number | undefined {
  const number = Number.parseInt(text, 10);
  return number > 0 ? number : undefined;
}
