import React, { useId } from 'react';
import { t } from '@grafana/i18n';
import { Field, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import { AS_IT_IS } from '../../asItIs';
import { FiltersEditor } from './FiltersEditor';
import { NumberField } from './NumberField';
import type { EditorProps } from './props';

function formats() {
  return [
    {
      value: 'table' as const,
      label: t('query.format.table', 'Table'),
      description: t('query.requests.table-hint', 'A row for each request'),
    },
    {
      value: 'logs' as const,
      label: t('query.format.logs', 'Logs'),
      description: t('query.requests.logs-hint', 'A line for each request, failures as errors'),
    },
  ];
}

const MOST = 1000;

export function RequestsEditor({ query, apply, type, run, loadValues }: EditorProps<'requests'>) {
  const searchId = useId();
  const tooMany =
    (query.limit ?? 0) > MOST
      ? t('query.requests.too-many', 'At most {{most}}.', { most: MOST, ...AS_IT_IS })
      : undefined;
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
        <Field noMargin label={t('query.requests.search', 'Request or trace id')} htmlFor={searchId}>
          <Input
            id={searchId}
            width={40}
            placeholder={t('query.requests.search-example', 'req_…, or 4 to 32 digits of a trace')}
            title={t(
              'query.requests.search-hint',
              'The beginning is enough. A whole request id is found outside the time range too.'
            )}
            value={query.search ?? ''}
            onChange={({ currentTarget }) => type({ search: currentTarget.value || undefined })}
            onBlur={run}
            onKeyDown={({ key }) => key === 'Enter' && run()}
          />
        </Field>
        <NumberField
          label={t('query.requests.duration', 'Took at least')}
          placeholder={t('query.requests.any-duration', 'Any time')}
          suffix="ms"
          value={query.minDurationMs}
          onChange={(minDurationMs) => type({ minDurationMs })}
          onBlur={run}
        />
        <NumberField
          label={t('query.requests.cost', 'Cost at least')}
          placeholder={t('query.requests.any-cost', 'Any cost')}
          suffix="$"
          step="any"
          value={query.minCostUsd}
          onChange={(minCostUsd) => type({ minCostUsd })}
          onBlur={run}
        />
        <NumberField
          label={t('query.limit', 'Limit')}
          placeholder="100"
          title={t('query.requests.limit-hint', 'Keeps the newest requests')}
          max={MOST}
          error={tooMany}
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
