import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Field, TagsInput } from '@grafana/ui';
import type { FieldProps } from './fieldProps';
import { useSteady } from './useSteady';

/** Any number of short texts. */
export function ListField({ value, onChange, ...field }: FieldProps<string[]>) {
  const id = useId();
  const shown = useSteady(value);
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
        tags={shown}
        placeholder={t('forms.add-to-list', 'Type one and press Enter')}
        autoColors={false}
        // Who types one and saves means it.
        addOnBlur
        disabled={disabled}
        invalid={error !== undefined}
        onChange={(texts) => onChange(changed(value, shown, texts))}
      />
    </Field>
  );
}

/** What was changed of the texts that are shown, done to those that there are. */
function changed(value: readonly string[], shown: readonly string[], texts: readonly string[]): string[] {
  const added = texts.filter((text) => !shown.includes(text)).map((text) => text.trim());
  const kept = value.filter((text) => texts.includes(text) || !shown.includes(text));
  return [...kept, ...added.filter((text) => text !== '' && !kept.includes(text))];
}
