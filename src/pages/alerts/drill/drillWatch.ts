import { readRuleStates } from '../../../api/alerting/ruleStates';
import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import type { RuleStanding } from '../ruleStanding';
import { alertOf, readGatewayFacts, type Drill, type DrillFacts } from './drillFacts';
import { advance, type DrillProgress } from './drillProgress';

export interface DrillView {
  readonly facts: DrillFacts;
  readonly progress: DrillProgress;
}

/** Follows one drill: each call looks at gateway and Grafana, and adds what it sees to what earlier ones saw. */
export function drillWatch(
  api: GatewayApi,
  drill: Drill,
  { rule, installed }: Pick<RuleStanding, 'rule' | 'installed'>
): () => Promise<DrillView> {
  let progress: DrillProgress = {};
  return async () => {
    const [gateway, states] = await Promise.all([readGatewayFacts(api, drill, rule.name), readRuleStates()]);
    const evaluated = states.find(({ uid }) => uid === installed?.uid);
    const facts = { ...gateway, alert: alertOf(evaluated, drill.provider) };
    progress = advance(progress, facts, Date.now());
    return { facts, progress };
  };
}
