import React, { useId } from 'react';
import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { Field, Input, MultiCombobox, RadioButtonGroup, Stack } from '@grafana/ui';
import { DEFAULT_QUERY } from './defaultQuery';
import { FiltersEditor } from './FiltersEditor';
import type { GatewayDataSource } from './GatewayDataSource';
import { LabelledField } from './LabelledField';
import { DIMENSION_OPTIONS, MEASURE_OPTIONS, toGrouping } from './options';
import type { GatewayOptions, UsageQuery } from './types';

type Props = QueryEditorProps<GatewayDataSource, UsageQuery, GatewayOptions>;

const FORMATS = [
  { value: 'time_series' as const, label: 'Time series', description: 'A line for each group' },
  { value: 'table' as const, label: 'Table', description: 'A row for each group, summed over the time range' },
];

/** Edits a usage query. Choices run at once; the limit runs when it has been typed. */
export function QueryEditor({ query: saved, onChange, onRunQuery, app }: Props) {
  const query: UsageQuery = { ...DEFAULT_QUERY, ...saved };
  const limitId = useId();
  const apply = (change: Partial<UsageQuery>) => {
    onChange({ ...query, ...change });
    onRunQuery();
  };
  return (
    <Stack direction="column" gap={2}>
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
        <Field noMargin label="Limit" htmlFor={limitId}>
          <Input
            id={limitId}
            type="number"
            min={1}
            width={12}
            placeholder={query.format === 'table' ? 'All' : '100'}
            title="Keeps the groups with most of the first measure"
            value={query.limit ?? ''}
            onChange={({ currentTarget }) => onChange({ ...query, limit: parseLimit(currentTarget.value) })}
            onBlur={onRunQuery}
          />
        </Field>
      </Stack>
      <Field noMargin label="Filters">
        <FiltersEditor filters={query.filters} onChange={(filters) => apply({ filters })} />
      </Field>
    </Stack>
  );
}

function measuresError({ measures }: UsageQuery, app: Props['app']): string | undefined {
  if (measures.length === 0) {
    return 'Choose at least one measure.';
  }
  if (app === CoreApp.UnifiedAlerting && measures.length > 1) {
    return 'An alert rule tells values apart by their groups alone: choose one measure.';
  }
  return undefined;
}

/** Left out, rather than wrong, while there is no number above 0. */
function parseLimit(text: string): number | undefined {
  const limit = Number.parseInt(text, 10);
  return limit > 0 ? limit : undefined;
}
