import React from 'react';
import { t } from '@grafana/i18n';
import { PROMETHEUS_ID } from '../../../constants';
import { checkPrometheus } from '../checkPrometheus';
import { ConnectionField } from '../ConnectionField';
import { useCheck } from '../useCheck';
import { isInstalled } from './isInstalled';
import { Step } from './Step';
import { stepState } from './stepState';

interface Props {
  uid: string;
  onChange: (uid: string) => void;
}

/** Chooses the Prometheus that scrapes the gateway, and says what to add to its configuration where none does. */
export function PrometheusStep({ uid, onChange }: Props) {
  const there = isInstalled(PROMETHEUS_ID, uid);
  const checked = useCheck(uid, checkPrometheus, { atOnce: there });
  return (
    <Step
      title={t('setup.prometheus.title', '2. Have Prometheus scrape it')}
      state={there ? stepState(checked) : 'todo'}
    >
      <ConnectionField
        label={t('configuration.prometheus.label', 'Prometheus')}
        description={t(
          'configuration.prometheus.description',
          'Rates and latencies: the Prometheus that scrapes the gateway.'
        )}
        pluginId={PROMETHEUS_ID}
        {...{ uid, onChange, checked }}
      />
    </Step>
  );
}
