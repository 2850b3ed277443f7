import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Combobox, IconButton, MultiCombobox, Stack, Text } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { UsageFilter } from '../types';
import { AS_IT_IS } from '../../asItIs';
import { dimensionLabel, dimensionOptions, toGrouping } from './options';
import type { LoadValues } from './props';
import { useSuggestions } from './useSuggestions';

interface Props {
  filter: UsageFilter;
  /** Dimensions of the query's other filters. */
  taken: UsageGrouping[];
  /** Names of the dashboard's variables. */
  variables: string[];
  loadValues: LoadValues;
  onChange: (filter: UsageFilter) => void;
  onRemove: () => void;
}

/** One filter: a dimension, or a tag whose name is typed, and the values to keep. */
export function FilterEditor({ filter, taken, variables, loadValues, onChange, onRemove }: Props) {
  const dimensions = dimensionOptions().filter(({ value }) => !taken.includes(value));
  const name = dimensionLabel(filter.dimension);
  const { options, failure } = useSuggestions(loadValues, filter.dimension, variables);
  const dimensionLabelId = useId();
  const valuesLabelId = useId();
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <span id={dimensionLabelId}>{t('filters.where', 'Where')}</span>
      <Combobox
        aria-labelledby={dimensionLabelId}
        options={dimensions}
        value={filter.dimension}
        createCustomValue
        width={20}
        onChange={({ value }) => onChange({ dimension: toGrouping(value), values: [] })}
      />
      <span id={valuesLabelId}>{t('filters.one-of', 'is one of')}</span>
      <MultiCombobox
        // A list that was loaded for another dimension is not shown again.
        key={filter.dimension}
        aria-labelledby={valuesLabelId}
        placeholder={t('filters.any', 'Any value')}
        options={options}
        value={filter.values}
        createCustomValue
        isClearable
        width="auto"
        minWidth={40}
        maxWidth={100}
        onChange={(chosen) => onChange({ ...filter, values: chosen.map(({ value }) => value) })}
      />
      <IconButton
        name="times"
        tooltip={t('filters.remove', 'Remove the filter on {{name}}', { name, ...AS_IT_IS })}
        onClick={onRemove}
      />
      {failure !== undefined && (
        <Text variant="bodySmall" color="error">
          {t('filters.no-values', 'No values to suggest: {{reason}} Type one, or choose a variable.', {
            reason: failure,
            ...AS_IT_IS,
          })}
        </Text>
      )}
    </Stack>
  );
}
