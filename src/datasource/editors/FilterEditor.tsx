import React, { useId } from 'react';
import { Combobox, IconButton, MultiCombobox, Stack, Text } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { UsageFilter } from '../types';
import { DIMENSION_OPTIONS, toGrouping } from './options';
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
  const dimensions = DIMENSION_OPTIONS.filter(({ value }) => !taken.includes(value));
  const name = DIMENSION_OPTIONS.find(({ value }) => value === filter.dimension)?.label ?? filter.dimension;
  const { options, failure } = useSuggestions(loadValues, filter.dimension, variables);
  const dimensionLabelId = useId();
  const valuesLabelId = useId();
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <span id={dimensionLabelId}>Where</span>
      <Combobox
        aria-labelledby={dimensionLabelId}
        options={dimensions}
        value={filter.dimension}
        createCustomValue
        width={20}
        onChange={({ value }) => onChange({ dimension: toGrouping(value), values: [] })}
      />
      <span id={valuesLabelId}>is one of</span>
      <MultiCombobox
        // A list that was loaded for another dimension is not shown again.
        key={filter.dimension}
        aria-labelledby={valuesLabelId}
        placeholder="Any value"
        options={options}
        value={filter.values}
        createCustomValue
        isClearable
        width="auto"
        minWidth={40}
        maxWidth={100}
        onChange={(chosen) => onChange({ ...filter, values: chosen.map(({ value }) => value) })}
      />
      <IconButton name="times" tooltip={`Remove the filter on ${name}`} onClick={onRemove} />
      {failure !== undefined && (
        <Text variant="bodySmall" color="error">
          {`No values to suggest: ${failure} Type one, or choose a variable.`}
        </Text>
      )}
    </Stack>
  );
}
