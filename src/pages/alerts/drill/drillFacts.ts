import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import type { EvaluatedRule } from '../../../api/alerting/ruleStates';
import { readAlertEvents } from '../recent/readAlertEvents';

/** The rule that must fire when one provider answers nothing any more. */
export const DRILL_RULE_UID = 'llm-gateway-provider-unhealthy';

/** A drill under way, or just over; it is in the URL. */
export interface Drill {
  readonly provider: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** What gateway and Grafana say of a drill now. */
export interface DrillFacts {
  /** Whether the simulated provider still answers nothing. */
  readonly broken: boolean;
  /** ISO 8601; when it mends itself. */
  readonly until: string | undefined;
  /** Whether the gateway has found out. */
  readonly noticed: boolean;
  readonly alert: 'none' | 'pending' | 'firing';
  /** Whether the gateway’s relay was told that it fires. */
  readonly told: boolean;
}

/** Asks the gateway for its part of the facts. */
export async function readGatewayFacts(
  api: GatewayApi,
  { provider, startedAt }: Drill,
  alertName: string
): Promise<Omit<DrillFacts, 'alert'>> {
  const [{ providers }, { deployments }, events] = await Promise.all([
    api.get('/simulator'),
    api.get('/deployments'),
    readAlertEvents(api, { from: startedAt, limit: 100 }),
  ]);
  const override = providers.find(({ name }) => name === provider)?.override;
  const ofIt = events.filter(({ alert, labels }) => alert === alertName && labels['provider'] === provider);
  return {
    broken: (override?.behaviour.outages?.length ?? 0) > 0,
    until: override?.until ?? undefined,
    noticed: deployments.some((each) => each.provider === provider && each.provider_status === 'failing'),
    told: ofIt.some(({ type }) => type === 'alert_firing'),
  };
}

/** How far the rule is with this provider. */
export function alertOf(rule: EvaluatedRule | undefined, provider: string): DrillFacts['alert'] {
  const found = rule?.alerts.filter(({ labels }) => labels['provider'] === provider) ?? [];
  if (found.some(({ state }) => /^(alerting|firing)/i.test(state))) {
    return 'firing';
  }
  return found.some(({ state }) => /^pending/i.test(state)) ? 'pending' : 'none';
}
