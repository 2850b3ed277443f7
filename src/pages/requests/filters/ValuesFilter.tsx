import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Field, Label, MultiCombobox } from '@grafana/ui';
import { useOptions } from './useOptions';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  label: string;
  placeholder?: string;
  values: readonly string[];
  /** @throws Error in words that can be shown */
  load: () => Promise<string[]>;
  onChange: (values: string[]) => void;
}

/** A filter by any of some values; others than those suggested may be typed. */
export function ValuesFilter({ label, placeholder, values, load, onChange }: Props) {
  const id = useId();
  const { options, failure } = useOptions(load);
  const error =
    failure && t('requests.filters.no-suggestions', 'No values to suggest: {{failure}}', { failure, ...AS_IT_IS });
  return (
    <Field noMargin label={<Label id={id}>{label}</Label>} invalid={failure !== undefined} error={error}>
      <MultiCombobox
        aria-labelledby={id}
        placeholder={placeholder ?? t('requests.filters.any', 'Any')}
        options={options}
        value={[...values]}
        createCustomValue
        isClearable
        width="auto"
        minWidth={20}
        maxWidth={50}
        onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      />
    </Field>
  );
}
