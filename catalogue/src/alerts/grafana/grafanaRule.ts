import { PROMETHEUS_UID } from '../../identity.js';
import type { AlertRule, Severity } from '../rule.js';
import { runbookUrl } from '../runbookUrl.js';
import { MUTED_ON_WEEKENDS, WEEKENDS } from '../weekends.js';
import { contactPointOf } from './contactPointOf.js';

/** Title of the folder that holds the rules. */
export const ALERTS_FOLDER = 'LLM Gateway';

/** Length of the queries' time range, in seconds. */
const RANGE_SECONDS = 600;

/** How long a group is waited for, and how often it is told of what is new and of what goes on. */
const TIMING: Readonly<Record<Severity, Timing>> = {
  critical: { group_wait: '10s', group_interval: '1m', repeat_interval: '1h' },
  warning: { group_wait: '30s', group_interval: '5m', repeat_interval: '12h' },
  info: { group_wait: '30s', group_interval: '5m', repeat_interval: '24h' },
};

interface Timing {
  readonly group_wait: string;
  readonly group_interval: string;
  readonly repeat_interval: string;
}

export interface NotificationSettings extends Timing {
  readonly receiver: string;
  readonly group_by: readonly string[];
  readonly mute_time_intervals?: readonly string[];
}

export interface GrafanaQuery {
  readonly refId: string;
  /** Seconds before the evaluation. */
  readonly relativeTimeRange: { readonly from: number; readonly to: number };
  readonly datasourceUid: string;
  readonly model: Readonly<Record<string, unknown>>;
}

/** A rule in the shape that both Grafana's provisioning files and its provisioning API take. */
export interface GrafanaRule {
  readonly uid: string;
  readonly title: string;
  readonly condition: string;
  readonly for: string;
  readonly noDataState: 'OK' | 'Alerting';
  readonly execErrState: 'KeepLast' | 'Error';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly notification_settings?: NotificationSettings;
  readonly data: readonly GrafanaQuery[];
}

/** One rule of the catalogue as Grafana Alerting has it: a query of Prometheus, and a comparison with the threshold. */
export function grafanaRule(rule: AlertRule, prometheusUid: string = PROMETHEUS_UID): GrafanaRule {
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
        datasourceUid: prometheusUid,
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
