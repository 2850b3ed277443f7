import { groupInterval } from '../../alerts/groupInterval.js';
import { type AlertRule, alertRules } from '../../alerts/index.js';
import type { Severity } from '../../alerts/rule.js';
import { runbookUrl } from '../../alerts/runbookUrl.js';
import { MUTED_ON_WEEKENDS, WEEKENDS } from '../../alerts/weekends.js';
import { PROMETHEUS_UID } from '../../identity.js';
import { contactPointOf } from './contactPoints.js';

/** Length of the queries' time range, in seconds. */
const RANGE_SECONDS = 600;

/** How long a group is waited for, and how often it is told of what is new and of what goes on. */
const TIMING: Readonly<Record<Severity, object>> = {
  critical: { group_wait: '10s', group_interval: '1m', repeat_interval: '1h' },
  warning: { group_wait: '30s', group_interval: '5m', repeat_interval: '12h' },
  info: { group_wait: '30s', group_interval: '5m', repeat_interval: '24h' },
};

/** Alert rules as Grafana Alerting provisions them from files; it makes the folder by its title. */
export function grafanaRules(): object {
  const groups = [...new Set(alertRules.map(({ group }) => group))];
  return {
    groups: groups.map((name) => ({
      orgId: 1,
      name,
      folder: 'LLM Gateway',
      interval: groupInterval(name),
      rules: alertRules.filter(({ group }) => group === name).map(toGrafanaRule),
    })),
  };
}

function toGrafanaRule(rule: AlertRule): object {
  const relativeTimeRange = { from: RANGE_SECONDS, to: 0 };
  return {
    uid: rule.uid,
    title: rule.name,
    condition: 'B',
    for: rule.for,
    noDataState: rule.noData === 'ok' ? 'OK' : 'Alerting',
    // When Prometheus is gone one rule says so, not all of them.
    execErrState: rule.noData === 'ok' ? 'KeepLast' : 'Error',
    labels: { severity: rule.severity, topic: rule.topic },
    annotations: {
      summary: text(rule.summary),
      description: text(rule.description),
      runbook_url: runbookUrl(rule),
    },
    // On the rule and not in the policies: those are one tree, which a file would take from its owner.
    notification_settings: {
      receiver: contactPointOf(rule.severity),
      group_by: ['grafana_folder', 'alertname', 'provider', 'budget'],
      ...TIMING[rule.severity],
      ...(rule.severity === MUTED_ON_WEEKENDS && { mute_time_intervals: [WEEKENDS.name] }),
    },
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

/**
 * Prometheus' `$value` is the number; Grafana's is a text about all queries, and there is none in a state without data.
 * Environment variables are expanded in contact points and data sources, but not here: a `$$` would stay, and break the
 * template.
 */
function text(template: string): string {
  return template.replaceAll(/\{\{ \$value(.*?) \}\}/g, '{{ with $$values.A }}{{ .Value$1 }}{{ end }}');
}
