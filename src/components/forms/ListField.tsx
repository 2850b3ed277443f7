import React, { useId } from 'react';
import { Field, TagsInput } from '@grafana/ui';
import type { FieldProps } from './fieldProps';

interface Props extends FieldProps<string[]> {
  placeholder?: string;
}

/** Any number of short texts. */
export function ListField({ value, onChange, placeholder, ...field }: Props) {
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
      <TagsInput
        id={id}
        tags={value}
        placeholder={placeholder}
        autoColors={false}
        // Who types one and saves means it.
        addOnBlur
        disabled={disabled}
        invalid={error !== undefined}
        onChange={(texts) => onChange(texts.map((text) => text.trim()).filter((text) => text !== ''))}
      />
    </Field>
  );
}
