import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';

import { selector } from '../expressions/selector.js';
import { PROMETHEUS_UID } from '../identity.js';
import type { MetricFamily } from '../metrics/family.js';
import { native } from '../metrics/native.js';
import { CLUSTER, DATASOURCE, GATEWAYS } from './scope.js';

/** Which Prometheus; ours where it is provisioned, else the first there is. */
export function datasourceVariable(): DatasourceVariableBuilder {
  return new DatasourceVariableBuilder('datasource')
    .label('Data source')
    .type('prometheus')
    .current({ selected: true, text: 'LLM Gateway Prometheus', value: PROMETHEUS_UID });
}

interface LabelVariableOptions<Label extends string> {
  readonly name: string;
  readonly label: string;
  /** Whose label it is; of the gateways chosen before. */
  readonly family: MetricFamily<Label>;
  readonly of: NoInfer<Label> | 'instance' | 'cluster';
  readonly matchers: Readonly<Record<string, string>>;
  /** One value at a time, for dashboards about one thing; several or all otherwise. */
  readonly single?: boolean;
}

/** The values of a label. */
export function labelVariable<Label extends string>(options: LabelVariableOptions<Label>): QueryVariableBuilder {
  const { name, label, family, of, matchers, single = false } = options;
  const query = `label_values(${family.name}${selector(matchers)}, ${of})`;
  const variable = new QueryVariableBuilder(name)
    .label(label)
    .datasource(DATASOURCE)
    .query({ qryType: 1, query, refId: 'PrometheusVariableQueryEditor-VariableQuery' })
    .definition(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
  if (single) {
    return variable.multi(false).includeAll(false);
  }
  // `.*` also takes series without the label, which no list of its values does.
  return variable
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ selected: true, text: ['All'], value: ['$__all'] });
}

export function clusterVariable(): QueryVariableBuilder {
  return labelVariable({ name: 'cluster', label: 'Cluster', family: native.buildInfo, of: 'cluster', matchers: {} });
}

export function instanceVariable(): QueryVariableBuilder {
  return labelVariable({
    name: 'instance',
    label: 'Instance',
    family: native.buildInfo,
    of: 'instance',
    matchers: CLUSTER,
  });
}

export function modelVariable(): QueryVariableBuilder {
  return labelVariable({ name: 'model', label: 'Model', family: native.requests, of: 'model', matchers: GATEWAYS });
}

/** All configured providers, also those that no request has reached. */
export function providerVariable({ single = false } = {}): QueryVariableBuilder {
  const family = native.breakerState;
  return labelVariable({ name: 'provider', label: 'Provider', family, of: 'provider', matchers: GATEWAYS, single });
}

export function teamVariable(): QueryVariableBuilder {
  return labelVariable({ name: 'team', label: 'Team', family: native.requests, of: 'team', matchers: GATEWAYS });
}

export function keyVariable(): QueryVariableBuilder {
  const matchers = { ...GATEWAYS, team: '$team' };
  return labelVariable({ name: 'key', label: 'Key', family: native.requests, of: 'key', matchers });
}

/** How far back a forecast looks. */
export function historyVariable(): CustomVariableBuilder {
  const choices = ['1h', '6h', '1d', '7d'];
  const option = (value: string) => ({ selected: value === '6h', text: value, value });
  return new CustomVariableBuilder('history')
    .label('Forecast from the last')
    .values(choices.join(','))
    .options(choices.map(option))
    .current(option('6h'))
    .multi(false)
    .includeAll(false);
}
