import { readRules } from '../../api/alerting/provisioning';
import { readRuleStates } from '../../api/alerting/ruleStates';
import { ruleStandings, type RuleStanding } from './ruleStanding';

/** How every rule of the catalogue stands in this Grafana now. */
export async function readStandings(): Promise<RuleStanding[]> {
  const [installed, evaluated] = await Promise.all([readRules(), readRuleStates()]);
  return ruleStandings(installed, evaluated);
}
