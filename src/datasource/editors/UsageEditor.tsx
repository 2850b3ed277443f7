import React from 'react';
import { CoreApp } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, MultiCombobox, RadioButtonGroup, Stack } from '@grafana/ui';
import type { UsageQuery } from '../types';
import { FiltersEditor } from './FiltersEditor';
import { LabelledField } from './LabelledField';
import { NumberField } from './NumberField';
import { dimensionOptions, MEASURE_OPTIONS, toGrouping } from './options';
import type { EditorProps } from './props';

function formats() {
  return [
    {
      value: 'time_series' as const,
      label: t('query.format.series', 'Time series'),
      description: t('query.usage.series-hint', 'A line for each group'),
    },
    {
      value: 'table' as const,
      label: t('query.format.table', 'Table'),
      description: t('query.usage.table-hint', 'A row for each group, summed over the time range'),
    },
  ];
}

export function UsageEditor({ query, apply, type, run, loadValues, app }: EditorProps<'usage'>) {
  return (
    <>
      <Stack direction="row" gap={2} wrap="wrap">
        <Field noMargin label={t('query.format.label', 'Format')}>
          <RadioButtonGroup
            aria-label={t('query.format.label', 'Format')}
            options={formats()}
            value={query.format}
            onChange={(format) => apply({ format })}
          />
        </Field>
        <LabelledField label={t('query.usage.measures', 'Measures')} error={measuresError(query, app)}>
          {(labelId) => (
            <MultiCombobox
              aria-labelledby={labelId}
              placeholder={t('query.usage.choose', 'Choose what to count')}
              options={MEASURE_OPTIONS}
              value={query.measures}
              width="auto"
              minWidth={30}
              maxWidth={80}
              onChange={(chosen) => apply({ measures: chosen.map(({ value }) => value) })}
            />
          )}
        </LabelledField>
        <LabelledField label={t('query.usage.group-by', 'Group by')}>
          {(labelId) => (
            <MultiCombobox
              aria-labelledby={labelId}
              placeholder={t('query.usage.one-total', 'Nothing: one total')}
              options={dimensionOptions()}
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
          label={t('query.limit', 'Limit')}
          placeholder={query.format === 'table' ? t('query.usage.no-limit', 'All') : '100'}
          title={t('query.usage.limit-hint', 'Keeps the groups with most of the first measure')}
          value={query.limit}
          onChange={(limit) => type({ limit })}
          onBlur={run}
        />
      </Stack>
      <Field noMargin label={t('filters.label', 'Filters')}>
        <FiltersEditor filters={query.filters} loadValues={loadValues} onChange={(filters) => apply({ filters })} />
      </Field>
    </>
  );
}

function measuresError({ measures }: UsageQuery, app: string | undefined): string | undefined {
  if (measures.length === 0) {
    return t('query.usage.no-measure', 'Choose at least one measure.');
  }
  if (app === CoreApp.UnifiedAlerting && measures.length > 1) {
    return t('query.usage.one-measure', 'An alert rule tells values apart by their groups alone: choose one measure.');
  }
  return undefined;
}
