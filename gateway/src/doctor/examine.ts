import { checkAlertmanager, checkGrafana } from './checks/alerts.js';
import type { Check, Known } from './checks/check.js';
import { checkConfiguration } from './checks/configuration.js';
import { checkDependencies } from './checks/dependencies.js';
import { lookAtGateway } from './checks/gateway.js';
import { checkHealth } from './checks/health.js';
import { checkInference, checkProviders } from './checks/inference.js';
import { checkLedger } from './checks/ledger.js';
import { checkModels } from './checks/models.js';
import { checkPrometheus } from './checks/prometheus.js';
import { checkResources } from './checks/resources.js';
import { checkScraped } from './checks/scraped.js';
import { type Finding, PARTS, type Part, failed, skipped } from './finding.js';
import type { Settings } from './settings.js';

export interface Examination {
  /** ISO 8601. */
  readonly time: string;
  readonly gateway: string;
  /** In the order of PARTS. */
  readonly findings: readonly Finding[];
}

/** Longest that a check may take, whatever it does, in milliseconds. */
const LONGEST_MS = 70_000;

/** Looks at everything once. Never rejects: what goes wrong is a finding. */
export async function examine(settings: Settings, env: NodeJS.ProcessEnv, now = new Date()): Promise<Examination> {
  const beside = Promise.all([
    guarded('configuration', async () => [checkConfiguration(settings, env)]),
    guarded('prometheus', () => checkPrometheus(settings)),
    guarded('alertmanager', () => checkAlertmanager(settings)),
    guarded('grafana', () => checkGrafana(settings)),
  ]);
  const { finding, reachable, status } = await lookAtGateway(settings);
  const found = [finding, ...(await throughGateway({ settings, status }, reachable)), ...(await beside).flat()];
  return {
    time: now.toISOString(),
    gateway: settings.gateway.url,
    findings: inOrder(found.map((each) => explained(each, found))),
  };
}

const NEED_GATEWAY = [
  'health',
  'models',
  'providers',
  'database',
  'redis',
  'ledger',
  'resources',
  'inference',
] as const satisfies readonly Part[];

async function throughGateway(known: Known, reachable: boolean): Promise<readonly Finding[]> {
  const checks: ReadonlyArray<readonly [Part, Check]> = [
    ['health', checkHealth],
    ['models', checkModels],
    ['database', checkDependencies],
    ['ledger', checkLedger],
    ['resources', checkResources],
    ['inference', checkInference],
    ['prometheus', checkScraped],
    ...(known.settings.deep ? [['providers', checkProviders] as const] : []),
  ];
  if (!reachable) {
    return NEED_GATEWAY.map((part) => skipped(part, 'needs the gateway'));
  }
  return (await Promise.all(checks.map(([part, check]) => guarded(part, () => check(known))))).flat();
}

async function guarded(part: Part, run: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      run(),
      new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`the check took longer than ${LONGEST_MS / 1_000} s`)), LONGEST_MS);
      }),
    ]);
  } catch (error) {
    return [failed(part, (error as Error).message, 'Look into the log of that part.')];
  } finally {
    clearTimeout(timer);
  }
}

/** What follows from a part that has failed is told, but is no failure of its own. */
function explained(finding: Finding, all: readonly Finding[]): Finding {
  const { follows, status } = finding;
  const because = status !== 'ok' && all.some(({ part, status: other }) => part === follows && other === 'failed');
  return because
    ? { ...finding, status: 'skipped', message: `${finding.message} (follows from the ${follows})`, advice: undefined }
    : finding;
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
}
