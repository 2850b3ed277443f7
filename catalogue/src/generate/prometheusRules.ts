import { type AlertRule, alertRules } from '../alerts/index.js';
import type { GeneratedFile } from './files.js';
import { yamlFile } from './yamlFile.js';

/** The same alert rules for those who alert from Prometheus. */
export function prometheusRules(): GeneratedFile {
  const groups = [...new Set(alertRules.map(({ group }) => group))];
  return yamlFile('provisioning/prometheus/rules/llm-gateway.yml', {
    groups: groups.map((name) => ({
      name,
      rules: alertRules.filter(({ group }) => group === name).map(toPrometheusRule),
    })),
  });
}

function toPrometheusRule(rule: AlertRule): object {
  const condition = `${rule.expr} ${rule.threshold.is === 'above' ? '>' : '<'} ${rule.threshold.value}`;
  return {
    alert: rule.name,
    expr: rule.noData === 'alerting' ? `${condition} or absent(${rule.expr})` : condition,
    for: rule.for,
    labels: { severity: rule.severity },
    annotations: { summary: rule.summary, description: rule.description },
  };
}
