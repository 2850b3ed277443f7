import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Field, TagsInput } from '@grafana/ui';
import type { FieldProps } from './fieldProps';

/** Any number of short texts. */
export function ListField({ value, onChange, ...field }: FieldProps<string[]>) {
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
        placeholder={t('forms.add-to-list', 'Type one and press Enter')}
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
