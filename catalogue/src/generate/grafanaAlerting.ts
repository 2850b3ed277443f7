import { type AlertRule, alertRules } from '../alerts/index.js';
import { PROMETHEUS_UID } from '../identity.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

/** Length of the queries' time range, in seconds. */
const RANGE_SECONDS = 600;

/** Alert rules as Grafana Alerting provisions them from files. */
export function grafanaAlerting(): GeneratedFile {
  const groups = [...new Set(alertRules.map(({ group }) => group))];
  return yamlFile('provisioning/grafana/alerting/llm-gateway.yaml', {
    apiVersion: 1,
    groups: groups.map((name) => ({
      orgId: 1,
      name,
      folder: 'LLM Gateway',
      interval: '10s',
      rules: alertRules.filter(({ group }) => group === name).map(toGrafanaRule),
    })),
  });
}

function toGrafanaRule(rule: AlertRule): object {
  const relativeTimeRange = { from: RANGE_SECONDS, to: 0 };
  return {
    uid: rule.uid,
    title: rule.name,
    condition: 'B',
    for: rule.for,
    noDataState: rule.noData === 'ok' ? 'OK' : 'Alerting',
    execErrState: 'Error',
    labels: { severity: rule.severity },
    annotations: { summary: dollars(rule.summary), description: dollars(rule.description) },
    data: [
      {
        refId: 'A',
        relativeTimeRange,
        datasourceUid: PROMETHEUS_UID,
        model: { refId: 'A', expr: rule.expr, instant: true, range: false },
      },
      {
        refId: 'B',
        relativeTimeRange,
        datasourceUid: '__expr__',
        model: {
          refId: 'B',
          type: 'threshold',
          expression: 'A',
          conditions: [
            { evaluator: { type: rule.threshold.is === 'above' ? 'gt' : 'lt', params: [rule.threshold.value] } },
          ],
        },
      },
    ],
  };
}

/** Grafana expands environment variables in provisioning files; `$$` is a dollar sign. */
function dollars(text: string): string {
  return text.replaceAll('$', '$$$$');
}
