import React from 'react';
import { CoreApp } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, RadioButtonGroup } from '@grafana/ui';
import type { EditedType } from '../defaultQuery';

function types(): ReadonlyArray<{ value: EditedType; label: string; description: string; alerting: boolean }> {
  return [
    {
      value: 'usage',
      label: t('query.types.usage', 'Usage'),
      description: t('query.types.usage-hint', 'Requests, tokens, cost and latency, by anything'),
      alerting: true,
    },
    {
      value: 'requests',
      label: t('query.types.requests', 'Requests'),
      description: t('query.types.requests-hint', 'Single requests, the newest first'),
      alerting: false,
    },
    {
      value: 'providers',
      label: t('query.types.providers', 'Providers'),
      description: t('query.types.providers-hint', 'Health, breaker and headroom as of now'),
      alerting: true,
    },
    {
      value: 'budgets',
      label: t('query.types.budgets', 'Budgets'),
      description: t('query.types.budgets-hint', 'Where each budget stands now'),
      alerting: true,
    },
    {
      value: 'events',
      label: t('query.types.events', 'Events'),
      description: t('query.types.events-hint', 'What happened to the gateway'),
      alerting: false,
    },
    {
      value: 'live',
      label: t('query.types.live', 'Live'),
      description: t('query.types.live-hint', 'Requests as they end'),
      alerting: false,
    },
  ];
}

interface Props {
  type: EditedType;
  app?: string;
  onChange: (type: EditedType) => void;
}

/** What kind of thing is asked for. Alert rules are offered what answers numbers. */
export function QueryTypeField({ type, app, onChange }: Props) {
  const offered = types()
    .filter(({ value, alerting }) => alerting || app !== CoreApp.UnifiedAlerting || value === type)
    .map(({ value, label, description }) => ({ value, label, description }));
  return (
    <Field noMargin label={t('query.type', 'Query type')}>
      <RadioButtonGroup aria-label={t('query.type', 'Query type')} options={offered} value={type} onChange={onChange} />
    </Field>
  );
}
