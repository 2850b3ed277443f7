import React, { useId, useState } from 'react';
import { Field, Input } from '@grafana/ui';

interface Props {
  label: string;
  placeholder: string;
  title?: string;
  /** Unit of the number, shown after it. */
  suffix?: string;
  max?: number;
  /** `any` for numbers that need not be whole. */
  step?: 'any';
  error?: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  onBlur: () => void;
}

/** A number above 0, or none. */
export function NumberField({ label, placeholder, title, suffix, max, step, error, value, onChange, onBlur }: Props) {
  const id = useId();
  // What is typed on the way to a number, such as the 0 of 0.5, stays.
  const [typed, setTyped] = useState('');
  const shown = parse(typed, step) === value ? typed : String(value ?? '');
  return (
    <Field noMargin label={label} htmlFor={id} invalid={error !== undefined} error={error}>
      <Input
        id={id}
        type="number"
        min={step ? 0 : 1}
        step={step}
        max={max}
        width={14}
        placeholder={placeholder}
        title={title}
        suffix={suffix}
        value={shown}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          onChange(parse(currentTarget.value, step));
        }}
        onBlur={onBlur}
      />
    </Field>
  );
}

/** Left out, rather than wrong, while there is no number above 0. */
function parse(text: string, step?: 'any'): number | undefined {
  const number = step ? Number.parseFloat(text) : Number.parseInt(text, 10);
  return number > 0 ? number : undefined;
}
