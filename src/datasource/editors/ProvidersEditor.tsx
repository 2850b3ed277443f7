import React from 'react';
import { t } from '@grafana/i18n';
import { Field, RadioButtonGroup, Stack } from '@grafana/ui';
import { Hint } from './Hint';
import type { EditorProps } from './props';

function levels() {
  return [
    {
      value: 'provider' as const,
      label: t('query.providers.provider', 'Provider'),
      description: t('query.providers.provider-hint', 'All models of a provider together'),
    },
    {
      value: 'deployment' as const,
      label: t('query.providers.deployment', 'Deployment'),
      description: t('query.providers.deployment-hint', 'Each model of each provider'),
    },
  ];
}

export function ProvidersEditor({ query, apply }: EditorProps<'providers'>) {
  return (
    <Stack direction="column" gap={1}>
      <Field noMargin label={t('query.providers.level', 'A row for each')}>
        <RadioButtonGroup
          aria-label={t('query.providers.level', 'A row for each')}
          options={levels()}
          value={query.level}
          onChange={(level) => apply({ level })}
        />
      </Field>
      <Hint>{t('query.providers.hint', 'As of now, whatever the time range is.')}</Hint>
    </Stack>
  );
}
