import { ALERTS_FOLDER, grafanaRule } from '../../alerts/grafana/grafanaRule.js';
import { groupInterval } from '../../alerts/groupInterval.js';
import { alertRules } from '../../alerts/index.js';

/** Alert rules as Grafana Alerting provisions them from files; it makes the folder by its title. */
export function grafanaRules(): object {
  const groups = [...new Set(alertRules.map(({ group }) => group))];
  return {
    groups: groups.map((name) => ({
      orgId: 1,
      name,
      folder: ALERTS_FOLDER,
      interval: groupInterval(name),
      rules: alertRules.filter(({ group }) => group === name).map((rule) => grafanaRule(rule)),
    })),
  };
}
