import { type MetricFamily, ledgerFamilies } from '@llm-gateway/catalogue';

import { type DurationTotal, OTHER_TEAMS, type UsageTotal, type UsageTotals } from '../../usage/totals/readTotals.js';
import { escapeHelp, escapeValue } from '../exposition/escape.js';
import { nameHash } from '../labels/nameHash.js';
import { NONE } from '../labels/none.js';

export interface LedgerTextOptions {
  readonly creditsPerUsd: number;
  /** Whether teams are shown by a hash of their name. */
  readonly hashTeams: boolean;
}

/** Prometheus' text format 0.0.4 of the totals of the ledger. */
export function ledgerText({ usage, durations }: UsageTotals, { creditsPerUsd, hashTeams }: LedgerTextOptions): string {
  const tenant = ({ team }: UsageTotal): string =>
    team === '' ? NONE : hashTeams && team !== OTHER_TEAMS ? nameHash(team) : team;
  const costs = sums(usage, tenant, ({ nanoUsd }) => nanoUsd);
  const { credits, costByTenant, requestsByModel, requests, requestErrors, responseTime } = ledgerFamilies;
  const pairs = (value: (total: UsageTotal) => number): string[][] =>
    usage.map((total) => [labels({ model: total.model, tenant: tenant(total) }), String(value(total))]);
  return [
    family(
      credits,
      byLabel('tenant_id', costs, (nanoUsd) => (nanoUsd * creditsPerUsd) / 1e9)
    ),
    family(
      costByTenant,
      byLabel('tenant_id', costs, (nanoUsd) => nanoUsd / 1e9)
    ),
    family(
      requestsByModel,
      byLabel(
        'model',
        sums(
          usage,
          ({ model }) => model,
          (total) => total.requests
        )
      )
    ),
    family(
      requests,
      pairs((total) => total.requests)
    ),
    family(
      requestErrors,
      pairs(({ errors }) => errors)
    ),
    histogram(responseTime, durations),
  ].join('');
}

function family({ name, ...rest }: MetricFamily, samples: ReadonlyArray<readonly string[]>): string {
  return header({ name, ...rest }) + samples.map(([text, value]) => `${name}{${text}} ${value}\n`).join('');
}

function histogram({ name, buckets = [], ...rest }: MetricFamily, durations: readonly DurationTotal[]): string {
  let text = header({ name, ...rest });
  for (const model of new Set(durations.map((total) => total.model))) {
    const ofModel = durations.filter((total) => total.model === model);
    const upTo = (seconds: number): number =>
      sum(ofModel.filter(({ upToMs = Infinity }) => upToMs <= seconds * 1_000).map(({ requests }) => requests));
    for (const bound of [...buckets, Infinity]) {
      const le = bound === Infinity ? '+Inf' : String(bound);
      text += `${name}_bucket{${labels({ model, le })}} ${upTo(bound)}\n`;
    }
    const seconds = sum(ofModel.map(({ durationMs }) => durationMs)) / 1_000;
    text += `${name}_sum{${labels({ model })}} ${seconds}\n${name}_count{${labels({ model })}} ${upTo(Infinity)}\n`;
  }
  return text;
}

function header({ name, type, help }: MetricFamily): string {
  return `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
}

function byLabel(
  label: string,
  values: ReadonlyMap<string, number>,
  shown: (value: number) => number = (value) => value
): string[][] {
  return [...values].map(([name, value]) => [labels({ [label]: name }), String(shown(value))]);
}

function sums(
  totals: readonly UsageTotal[],
  key: (total: UsageTotal) => string,
  value: (total: UsageTotal) => number
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const total of totals) {
    found.set(key(total), (found.get(key(total)) ?? 0) + value(total));
  }
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function labels(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeValue(value)}"`)
    .join(',');
}
