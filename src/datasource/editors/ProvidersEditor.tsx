import React from 'react';
import { Field, RadioButtonGroup, Stack } from '@grafana/ui';
import { Hint } from './Hint';
import type { EditorProps } from './props';

const LEVELS = [
  { value: 'provider' as const, label: 'Provider', description: 'All models of a provider together' },
  { value: 'deployment' as const, label: 'Deployment', description: 'Each model of each provider' },
];

export function ProvidersEditor({ query, apply }: EditorProps<'providers'>) {
  return (
    <Stack direction="column" gap={1}>
      <Field noMargin label="A row for each">
        <RadioButtonGroup
          aria-label="A row for each"
          options={LEVELS}
          value={query.level}
          onChange={(level) => apply({ level })}
        />
      </Field>
      <Hint>As of now, whatever the time range is.</Hint>
    </Stack>
  );
}
