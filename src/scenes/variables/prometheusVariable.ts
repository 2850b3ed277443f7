import { t } from '@grafana/i18n';
import { DataSourceVariable } from '@grafana/scenes';
import { PROMETHEUS_ID } from '../../constants';
import { PROMETHEUS_VARIABLE } from './names';

/** Which Prometheus the metrics come from. */
export function prometheusVariable(uid: string): DataSourceVariable {
  return new DataSourceVariable({
    name: PROMETHEUS_VARIABLE,
    label: t('variables.prometheus', 'Prometheus'),
    pluginId: PROMETHEUS_ID,
    value: uid,
  });
}
