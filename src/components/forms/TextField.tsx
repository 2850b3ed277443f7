import React, { useId } from 'react';
import { Field } from '@grafana/ui';
import type { FieldProps } from './fieldProps';
import { SuggestingInput } from './SuggestingInput';

interface Props extends FieldProps<string> {
  placeholder?: string;
  /** Offered while typing; anything else can be typed too. */
  suggestions?: readonly string[];
  type?: 'text' | 'url' | 'datetime-local';
}

/** A line of text. */
export function TextField({ label, description, error, required, ...input }: Props) {
  const id = useId();
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
      <SuggestingInput id={id} {...input} invalid={error !== undefined} />
    </Field>
  );
}
