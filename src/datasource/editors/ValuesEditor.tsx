import React, { useCallback } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Combobox, Field, Stack } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { SuggestingDataSource } from '../SuggestingDataSource';
import type { GatewayOptions, GatewayQuery, ValuesQuery } from '../types';
import { FiltersEditor } from './FiltersEditor';
import { Hint } from './Hint';
import { LabelledField } from './LabelledField';
import { dimensionOptions, toGrouping } from './options';

type Props = QueryEditorProps<SuggestingDataSource, GatewayQuery, GatewayOptions, ValuesQuery>;

/** What a dashboard's variable offers. A new variable has no query, or an empty text in place of one. */
export function ValuesEditor({ datasource, query, onChange, range }: Props) {
  const saved: Partial<ValuesQuery> = typeof query === 'object' ? query : {};
  const loadValues = useCallback(
    (dimension: UsageGrouping) => datasource.dimensionValues(dimension, range),
    [datasource, range]
  );
  const change = (changed: Partial<ValuesQuery>) =>
    onChange({ refId: 'values', ...saved, ...changed, queryType: 'values' } as ValuesQuery);
  return (
    <Stack direction="column" gap={2}>
      <LabelledField label={t('values.label', 'Values of')}>
        {(labelId) => (
          <Combobox
            aria-labelledby={labelId}
            placeholder={t('values.choose', 'Choose a dimension, or type a tag')}
            options={dimensionOptions()}
            value={saved.dimension ?? null}
            createCustomValue
            width={40}
            onChange={({ value }) => change({ dimension: toGrouping(value) })}
          />
        )}
      </LabelledField>
      <Field noMargin label={t('filters.label', 'Filters')}>
        <FiltersEditor
          filters={saved.filters ?? []}
          loadValues={loadValues}
          onChange={(filters) => change({ filters })}
        />
      </Field>
      <Hint>
        {t(
          'values.hint',
          'What requests of the dashboard’s time range had, those with most requests first; at most 1,000. Refresh on time range change keeps it so.'
        )}
      </Hint>
    </Stack>
  );
}
