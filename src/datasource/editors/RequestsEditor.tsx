import React, { useId } from 'react';
import { Field, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import { FiltersEditor } from './FiltersEditor';
import { NumberField } from './NumberField';
import type { EditorProps } from './props';

const FORMATS = [
  { value: 'table' as const, label: 'Table', description: 'A row for each request' },
  { value: 'logs' as const, label: 'Logs', description: 'A line for each request, failures as errors' },
];

const MOST = 1000;

export function RequestsEditor({ query, apply, type, run, loadValues }: EditorProps<'requests'>) {
  const searchId = useId();
  const tooMany = (query.limit ?? 0) > MOST ? `At most ${MOST}.` : undefined;
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
        <Field noMargin label="Request or trace id" htmlFor={searchId}>
          <Input
            id={searchId}
            width={40}
            placeholder="req_…, or 4 to 32 digits of a trace"
            title="The beginning is enough. A whole request id is found outside the time range too."
            value={query.search ?? ''}
            onChange={({ currentTarget }) => type({ search: currentTarget.value || undefined })}
            onBlur={run}
            onKeyDown={({ key }) => key === 'Enter' && run()}
          />
        </Field>
        <NumberField
          label="Took at least"
          placeholder="Any time"
          suffix="ms"
          value={query.minDurationMs}
          onChange={(minDurationMs) => type({ minDurationMs })}
          onBlur={run}
        />
        <NumberField
          label="Cost at least"
          placeholder="Any cost"
          suffix="$"
          step="any"
          value={query.minCostUsd}
          onChange={(minCostUsd) => type({ minCostUsd })}
          onBlur={run}
        />
        <NumberField
          label="Limit"
          placeholder="100"
          title="Keeps the newest requests"
          max={MOST}
          error={tooMany}
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
