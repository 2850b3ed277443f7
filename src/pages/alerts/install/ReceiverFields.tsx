import React from 'react';
import { t } from '@grafana/i18n';
import { Combobox, Field } from '@grafana/ui';
import type { Severity } from '@llm-gateway/catalogue';
import type { ContactPoint } from '../../../api/alerting/contactPoints';
import type { Receivers } from './installRules';

interface Props {
  receivers: Receivers;
  contactPoints: readonly ContactPoint[];
  onChange: (severity: Severity, name: string) => void;
}

/** Who is told of alerts of each severity. */
export function ReceiverFields({ receivers, contactPoints, onChange }: Props) {
  const options = [
    { value: '', label: t('alerts.install.by-policy', 'As the notification policies say') },
    ...contactPoints.map(({ name, types }) => ({ value: name, label: name, description: types.join(', ') })),
  ];
  const labels: Record<Severity, string> = {
    critical: t('alerts.install.critical', 'Contact point of critical alerts'),
    warning: t('alerts.install.warning', 'Contact point of warnings'),
    info: t('alerts.install.info', 'Contact point of information'),
  };
  return (
    <>
      {(['critical', 'warning', 'info'] as const).map((severity) => (
        <Field key={severity} noMargin label={labels[severity]} htmlFor={`alerts-receiver-${severity}`}>
          <Combobox
            id={`alerts-receiver-${severity}`}
            options={options}
            value={receivers[severity]}
            onChange={({ value }) => onChange(severity, value)}
          />
        </Field>
      ))}
    </>
  );
}
