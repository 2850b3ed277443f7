import { alertRules, grafanaRule, type AlertRule } from '@llm-gateway/catalogue';
import type { InstalledRule } from '../../api/alerting/provisioning';
import type { EvaluatedRule } from '../../api/alerting/ruleStates';

/** A rule of the catalogue. */
export function ruleNamed(name: string): AlertRule {
  return alertRules.find((rule) => rule.name === name)!;
}

/** As Grafana answers it: provisioned from a file, unless told otherwise. */
export function installed(rule: AlertRule, changes: Partial<InstalledRule> = {}): InstalledRule {
  return {
    ...grafanaRule(rule),
    id: 7,
    folderUID: 'provisioned',
    ruleGroup: rule.group,
    provenance: 'file',
    isPaused: false,
    ...changes,
  };
}

export function evaluated(uid: string, changes: Partial<EvaluatedRule> = {}): EvaluatedRule {
  return { uid, state: 'inactive', health: 'ok', alerts: [], ...changes };
}

/** The answer of Grafana's rules API that holds these. */
export function statesAnswer(...rules: EvaluatedRule[]) {
  return { data: { status: 'success', data: { groups: [{ name: 'group', rules }] } } };
}
