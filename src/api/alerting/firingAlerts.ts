import { gatewayApi } from '../gateway/gatewayApi';
import { readRuleStates } from './ruleStates';

/** An alert that fires now, whoever evaluates its rule. */
export interface FiringAlert {
  /** The label alertname. */
  readonly name: string;
  readonly severity: string;
  readonly summary: string;
  /** What it is about: labels that tell it from others of the same rule, e.g. the provider. */
  readonly labels: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** Labels that say who watches, not what is watched. */
const NOT_ABOUT = ['alertname', 'severity', 'topic', 'grafana_folder', 'job', 'instance'];

/** Grafana's rules about the gateway; rules of others are none of ours. */
const OURS = /^LLMGateway/;

/**
 * What Grafana Alerting evaluates and what Alertmanager told the gateway of. The same alert from both is one. Fails when
 * neither can be read.
 */
export async function readFiringAlerts(gatewayUid: string): Promise<FiringAlert[]> {
  const [ofGrafana, ofGateway] = await Promise.allSettled([fromGrafana(), fromGateway(gatewayUid)]);
  if (ofGrafana.status === 'rejected' && ofGateway.status === 'rejected') {
    throw ofGateway.reason;
  }
  const all = [ofGrafana, ofGateway].flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const unique = new Map(
    all.map((alert) => [JSON.stringify([alert.name, Object.entries(alert.labels).sort()]), alert])
  );
  return [...unique.values()].sort((a, b) => rank(a) - rank(b) || b.since - a.since);
}

async function fromGrafana(): Promise<FiringAlert[]> {
  const rules = await readRuleStates();
  return rules
    .filter(({ state }) => state === 'firing')
    .flatMap(({ alerts }) => alerts)
    .filter(({ labels, state }) => OURS.test(labels['alertname'] ?? '') && state.startsWith('Alerting'))
    .map(({ labels, annotations, activeAt }) => alertOf(labels, annotations['summary'], activeAt));
}

async function fromGateway(uid: string): Promise<FiringAlert[]> {
  const { alerts } = await gatewayApi(uid).get('/alerts');
  return alerts.map(({ alert, labels, summary, starts_at }) =>
    alertOf({ ...labels, alertname: alert }, summary, starts_at)
  );
}

function alertOf(
  labels: Readonly<Record<string, string>>,
  summary: string | undefined,
  since: string | null
): FiringAlert {
  return {
    name: labels['alertname'] ?? '',
    severity: labels['severity'] ?? 'warning',
    summary: summary ?? labels['alertname'] ?? '',
    labels: Object.fromEntries(
      Object.entries(labels).filter(([name]) => !NOT_ABOUT.includes(name) && !name.startsWith('__'))
    ),
    since: since ? Date.parse(since) : Date.now(),
  };
}

function rank({ severity }: FiringAlert): number {
  return severity === 'critical' ? 0 : 1;
}
