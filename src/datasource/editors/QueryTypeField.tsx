import React from 'react';
import { CoreApp } from '@grafana/data';
import { Field, RadioButtonGroup } from '@grafana/ui';
import type { EditedType } from '../defaultQuery';

const TYPES: ReadonlyArray<{ value: EditedType; label: string; description: string; alerting: boolean }> = [
  { value: 'usage', label: 'Usage', description: 'Requests, tokens, cost and latency, by anything', alerting: true },
  { value: 'requests', label: 'Requests', description: 'Single requests, the newest first', alerting: false },
  { value: 'providers', label: 'Providers', description: 'Health, breaker and headroom as of now', alerting: true },
  { value: 'budgets', label: 'Budgets', description: 'Where each budget stands now', alerting: true },
  { value: 'events', label: 'Events', description: 'What happened to the gateway', alerting: false },
  { value: 'live', label: 'Live', description: 'Requests as they end', alerting: false },
];

interface Props {
  type: EditedType;
  app?: string;
  onChange: (type: EditedType) => void;
}

/** What kind of thing is asked for. Alert rules are offered what answers numbers. */
export function QueryTypeField({ type, app, onChange }: Props) {
  const offered = TYPES.filter(
    ({ value, alerting }) => alerting || app !== CoreApp.UnifiedAlerting || value === type
  ).map(({ value, label, description }) => ({ value, label, description }));
  return (
    <Field noMargin label="Query type">
      <RadioButtonGroup aria-label="Query type" options={offered} value={type} onChange={onChange} />
    </Field>
  );
}
