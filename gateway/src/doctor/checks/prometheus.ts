import { SCRAPE_JOB, USAGE_JOB } from '@llm-gateway/catalogue';

import { countText, listText } from '../amounts.js';
import { askFor } from '../ask.js';
import { type Finding, failed, ok, skipped, warning } from '../finding.js';
import type { Place } from '../place.js';
import type { Settings } from '../settings.js';

interface Target {
  readonly labels: { readonly job?: string; readonly instance?: string };
  readonly health: 'up' | 'down' | 'unknown';
  readonly lastError: string;
  readonly scrapeUrl: string;
}

interface Rules {
  readonly data: {
    readonly groups: ReadonlyArray<{
      readonly rules: ReadonlyArray<{ readonly name: string; readonly health: string; readonly lastError?: string }>;
    }>;
  };
}

const ADVICE = 'Start it, or give its address with --prometheus; the gateway goes on without it, unmeasured.';

/** Whether Prometheus is there, scrapes the gateway and evaluates its rules. Rejects when it does not answer. */
export async function checkPrometheus({ prometheus, timeoutMs }: Settings): Promise<readonly Finding[]> {
  if (prometheus === undefined) {
    return [skipped('prometheus', 'not asked: give its address with --prometheus')];
  }
  try {
    const { data } = await askFor<{ readonly data: { readonly activeTargets: readonly Target[] } }>(
      prometheus,
      '/api/v1/targets?state=active',
      { timeoutMs }
    );
    const rules = await askFor<Rules>(prometheus, '/api/v1/rules', { timeoutMs });
    if (data.activeTargets.length === 0 && (await isYoung(prometheus, timeoutMs))) {
      const message = `${prometheus.url} has just started and has no targets yet`;
      return [warning('prometheus', message, 'Ask again in half a minute.')];
    }
    return [...ofTargets(data.activeTargets, prometheus.url), ...ofRules(rules)];
  } catch (error) {
    return [failed('prometheus', (error as Error).message, ADVICE)];
  }
}

/** It reads its targets from files some seconds after its start. */
const YOUNG_MS = 30_000;

async function isYoung(prometheus: Place, timeoutMs: number): Promise<boolean> {
  const { data } = await askFor<{ readonly data: { readonly startTime: string } }>(
    prometheus,
    '/api/v1/status/runtimeinfo',
    { timeoutMs }
  );
  return Date.now() - Date.parse(data.startTime) < YOUNG_MS;
}

function ofTargets(targets: readonly Target[], url: string): readonly Finding[] {
  const ofGateway = targets.filter(({ labels }) => labels.job === SCRAPE_JOB);
  if (ofGateway.length === 0) {
    const advice = `Give it a job "${SCRAPE_JOB}", as provisioning/prometheus/prometheus.yml has it.`;
    return [failed('prometheus', `${url} does not scrape the gateway`, advice)];
  }
  const down = targets.filter(({ health }) => health === 'down');
  const details = { targets: targets.length, down: down.map(({ labels, lastError }) => ({ ...labels, lastError })) };
  if (down.length === 0) {
    const fresh = targets.some(({ health }) => health === 'unknown') ? ', some not scraped yet' : '';
    return [ok('prometheus', `${url} scrapes ${countText(targets.length, 'target')}, all up${fresh}`, { details })];
  }
  return down.map((target) => ofTarget(target, details));
}

function ofTarget({ labels, lastError }: Target, details: Finding['details']): Finding {
  const { job = 'a job', instance = '' } = labels;
  const message = `the target ${instance} of ${job} is down: ${lastError}`;
  switch (job) {
    case SCRAPE_JOB:
      return failed('prometheus', message, advice(lastError), { details, follows: 'gateway' });
    case USAGE_JOB:
      // What it shows is read from the database.
      return failed('prometheus', message, advice(lastError), {
        details,
        follows: lastError.includes('503') ? 'database' : 'gateway',
      });
    default:
      return warning('prometheus', message, 'Start that exporter, or take it out of the targets.', { details });
  }
}

function advice(lastError: string): string {
  return lastError.includes('401')
    ? 'Give Prometheus the metrics token of this gateway (secrets/metrics-token).'
    : 'See whether Prometheus can reach the gateway at that address.';
}

function ofRules({ data }: Rules): readonly Finding[] {
  const broken = data.groups.flatMap(({ rules }) => rules).filter(({ health }) => health === 'err');
  const [first] = broken;
  return first === undefined
    ? []
    : [
        warning(
          'prometheus',
          `${countText(broken.length, 'rule')} cannot be evaluated: ${listText(broken.map(({ name }) => name))} (${first.lastError})`,
          'Load the rules of provisioning/prometheus/rules as they are.'
        ),
      ];
}
