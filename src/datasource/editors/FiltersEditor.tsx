import React, { useMemo } from 'react';
import { t } from '@grafana/i18n';
import { getTemplateSrv } from '@grafana/runtime';
import { Button, Stack } from '@grafana/ui';
import { USAGE_DIMENSIONS } from '@llm-gateway/catalogue';
import type { UsageFilter } from '../types';
import { FilterEditor } from './FilterEditor';
import type { LoadValues } from './props';

interface Props {
  filters: UsageFilter[];
  loadValues: LoadValues;
  onChange: (filters: UsageFilter[]) => void;
}

/** The query's filters, at most one for each dimension. */
export function FiltersEditor({ filters, loadValues, onChange }: Props) {
  const taken = filters.map(({ dimension }) => dimension);
  const free = USAGE_DIMENSIONS.find((dimension) => !taken.includes(dimension));
  const variables = useMemo(
    () =>
      getTemplateSrv()
        .getVariables()
        .map(({ name }) => name),
    []
  );
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      {filters.map((filter) => (
        <FilterEditor
          key={filter.dimension}
          filter={filter}
          taken={taken.filter((dimension) => dimension !== filter.dimension)}
          variables={variables}
          loadValues={loadValues}
          onChange={(changed) => onChange(filters.map((other) => (other === filter ? changed : other)))}
          onRemove={() => onChange(filters.filter((other) => other !== filter))}
        />
      ))}
      {free && (
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() => onChange([...filters, { dimension: free, values: [] }])}
        >
          {t('filters.add', 'Add filter')}
        </Button>
      )}
    </Stack>
  );
}
