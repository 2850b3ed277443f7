import { conditionOf } from '../alerts/condition.js';
import { groupInterval } from '../alerts/groupInterval.js';
import { type AlertRule, alertRules } from '../alerts/index.js';
import { recordingRules, withRecordings } from '../alerts/recordings.js';
import { runbookUrl } from '../alerts/runbookUrl.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

export interface PrometheusRuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly object[];
}

/** Each group begins with what is recorded for its alerts, so that they read a value of the same evaluation. */
export function prometheusRuleGroups(rules: readonly AlertRule[] = alertRules): readonly PrometheusRuleGroup[] {
  const groups = [...new Set(rules.map(({ group }) => group))];
  return groups.map((name) => {
    const members = rules.filter(({ group }) => group === name);
    const recorded = recordingRules.filter(
      ({ group, expr }) => group === name && members.some((rule) => rule.expr.includes(expr))
    );
    return {
      name,
      interval: groupInterval(name),
      rules: [...recorded.map(({ record, expr }) => ({ record, expr })), ...members.map(toPrometheusRule)],
    };
  });
}

/** The same alert rules for those who alert from Prometheus. */
export function prometheusRules(): GeneratedFile {
  return yamlFile('provisioning/prometheus/rules/llm-gateway.yml', { groups: prometheusRuleGroups() });
}

export function toPrometheusRule(rule: AlertRule): object {
  return {
    alert: rule.name,
    expr: withRecordings(conditionOf(rule)),
    for: rule.for,
    labels: { severity: rule.severity, topic: rule.topic },
    annotations: { summary: rule.summary, description: rule.description, runbook_url: runbookUrl(rule) },
  };
}
