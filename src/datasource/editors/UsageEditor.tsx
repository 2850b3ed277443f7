import React from 'react';
import { CoreApp } from '@grafana/data';
import { Field, MultiCombobox, RadioButtonGroup, Stack } from '@grafana/ui';
import type { UsageQuery } from '../types';
import { FiltersEditor } from './FiltersEditor';
import { LabelledField } from './LabelledField';
import { NumberField } from './NumberField';
import { DIMENSION_OPTIONS, MEASURE_OPTIONS, toGrouping } from './options';
import type { EditorProps } from './props';

const FORMATS = [
  { value: 'time_series' as const, label: 'Time series', description: 'A line for each group' },
  { value: 'table' as const, label: 'Table', description: 'A row for each group, summed over the time range' },
];

export function UsageEditor({ query, apply, type, run, loadValues, app }: EditorProps<'usage'>) {
  return (
    <>
      <Stack direction="row" gap={2} wrap="wrap">
        <Field noMargin label="Format">
          <RadioButtonGroup
            aria-label="Format"
            options={FORMATS}
            value={query.format}
            onChange={(format) => apply({ format })}
          />
        </Field>
        <LabelledField label="Measures" error={measuresError(query, app)}>
          {(labelId) => (
            <MultiCombobox
              aria-labelledby={labelId}
              placeholder="Choose what to count"
              options={MEASURE_OPTIONS}
              value={query.measures}
              width="auto"
              minWidth={30}
              maxWidth={80}
              onChange={(chosen) => apply({ measures: chosen.map(({ value }) => value) })}
            />
          )}
        </LabelledField>
        <LabelledField label="Group by">
          {(labelId) => (
            <MultiCombobox
              aria-labelledby={labelId}
              placeholder="Nothing: one total"
              options={DIMENSION_OPTIONS}
              value={query.groupBy}
              createCustomValue
              isClearable
              width="auto"
              minWidth={30}
              maxWidth={80}
              onChange={(chosen) => apply({ groupBy: chosen.map(({ value }) => toGrouping(value)) })}
            />
          )}
        </LabelledField>
        <NumberField
          label="Limit"
          placeholder={query.format === 'table' ? 'All' : '100'}
          title="Keeps the groups with most of the first measure"
          value={query.limit}
          onChange={(limit) => type({ limit })}
          onBlur={run}
        />
      </Stack>
      <Field noMargin label="Filters">
        <FiltersEditor filters={query.filters} loadValues={loadValues} onChange={(filters) => apply({ filters })} />
      </Field>
    </>
  );
}

function measuresError({ measures }: UsageQuery, app: string | undefined): string | undefined {
  if (measures.length === 0) {
    return 'Choose at least one measure.';
  }
  if (app === CoreApp.UnifiedAlerting && measures.length > 1) {
    return 'An alert rule tells values apart by their groups alone: choose one measure.';
  }
  return undefined;
}
