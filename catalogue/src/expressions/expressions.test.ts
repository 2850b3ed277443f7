import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { conditionOf } from '../alerts/condition.js';
import * as catalogue from '../index.js';
import { type ExpressionOptions, RANGE, RATE_INTERVAL, TARGET_LABELS } from './selector.js';

const { exporters, native } = catalogue;
const REQUEST_LABELS = { model: 'gpt-4o|small', provider: '$provider' };
const OPTIONS: ReadonlyArray<[string, ExpressionOptions]> = [
  ['nothing', {}],
  ['a split', { by: ['model', 'provider'] }],
  ['matchers', { matchers: REQUEST_LABELS }],
  ['all', { by: ['provider'], matchers: REQUEST_LABELS, window: '5m' }],
];

/** Where an expression takes no split, or another than by model and provider. */
const unsplit = ({ matchers, window }: ExpressionOptions) => ({
  ...(matchers && { matchers }),
  ...(window !== undefined && { window }),
});
const ofDeployments = ({ matchers }: ExpressionOptions) => matchers && { provider: matchers['provider'] ?? '.*' };
const ofGateways = ({ matchers }: ExpressionOptions) => matchers && { cluster: '$cluster', instance: '$instance' };
const ofModels = ({ window }: ExpressionOptions) => ({
  by: ['model' as const],
  matchers: { model: 'small', cluster: { not: 'test' } },
  ...(window !== undefined && { window }),
});

/** Every expression builder of the catalogue, called with options; a new one that is not here fails a test below. */
const BUILDERS: Readonly<Record<string, (options: ExpressionOptions) => string>> = {
  bucketsOf: (options) => catalogue.bucketsOf(native.requestDuration, unsplit(options)),
  budgetAtReset: (options) => catalogue.budgetAtReset('6h', ofGateways(options)),
  budgetUse: (options) => catalogue.budgetUse(ofGateways(options)),
  average: (options) => catalogue.average(catalogue.requestRate(options), '6h'),
  // Of the labels of budgets only, and over windows of its own.
  budgetBurn: () => catalogue.budgetBurn('1h'),
  cacheHitRatio: (options) => catalogue.cacheHitRatio(ofModels(options)),
  databasePoolUse: (options) => catalogue.databasePoolUse(ofGateways(options)),
  dayTotal: (options) => catalogue.dayTotal(native.cost, options as { by: ['model'] }),
  errorRatio: (options) => catalogue.errorRatio(options),
  fallbackSuccessRatio: ({ window }) => catalogue.fallbackSuccessRatio({ ...(window !== undefined && { window }) }),
  fallbacks: (options) =>
    catalogue.fallbacks({
      ...unsplit(options),
      ...(options.matchers && { matchers: { from_model: 'gpt-4o|small' } }),
    }),
  forecast: () => catalogue.forecast(catalogue.gaugeOf(native.queuedRequests), '6h', 3600),
  failureRatio: (options) => catalogue.failureRatio(options),
  gatewayBuilds: (options) => catalogue.gatewayBuilds(ofGateways(options)),
  gatewayStarts: () => catalogue.gatewayStarts(),
  gatewayRestarts: ({ window }) => catalogue.gatewayRestarts(window ?? RATE_INTERVAL),
  gatewayUp: (options) => catalogue.gatewayUp(ofGateways(options)),
  healthyProviders: (options) => catalogue.healthyProviders(ofDeployments(options)),
  increaseOf: (options) => catalogue.increaseOf(native.cost, options as { by: ['model'] }),
  limitUse: (options) => catalogue.limitUse(ofGateways(options)),
  meanOf: (options) => catalogue.meanOf(native.requestDuration, options as { by: ['model'] }),
  occurrences: (options) => catalogue.occurrences(native.unpricedRequests, options),
  // Of expressions without labels only.
  orZero: (options) => catalogue.orZero(catalogue.requestRate(unsplit(options)), ofGateways(options)),
  providerHeadroom: (options) => catalogue.providerHeadroom(ofDeployments(options)),
  providerErrorsPerHundred: (options) => catalogue.providerErrorsPerHundred(options),
  providerFailureRatio: (options) => catalogue.providerFailureRatio(options),
  providerStates: (options) => catalogue.providerStates(ofDeployments(options)),
  quantileOf: (options) => catalogue.quantileOf(native.requestDuration, 0.99, options as { by: ['model'] }),
  rateOf: (options) => catalogue.rateOf(native.tokens, options as { by: ['model'] }),
  ratio: (options) => catalogue.ratio(catalogue.requestRate(options), catalogue.tokenRate(options)),
  requestCount: ({ by, matchers }) => catalogue.requestCount({ ...(by && { by }), ...(matchers && { matchers }) }),
  requestDuration: (options) => catalogue.requestDuration(0.95, options),
  requestRate: (options) => catalogue.requestRate(options),
  secondsUntil: (options) =>
    catalogue.secondsUntil(
      catalogue.gaugeOf(native.limitAllowed, { by: ['limit'], ...unsplit({ matchers: ofGateways(options) }) }),
      catalogue.gaugeOf(native.limitUsed, { by: ['limit'], ...unsplit({ matchers: ofGateways(options) }) }),
      '6h'
    ),
  timeToFirstToken: (options) => catalogue.timeToFirstToken(0.5, options),
  tokenRate: (options) => catalogue.tokenRate(options),
  uptime: (options) => catalogue.uptime(ofGateways(options)),
  gaugeOf: (options) =>
    catalogue.gaugeOf(native.tokensPerSecond, { ...(options as { by: ['model'] }), aggregation: 'avg' }),
  during: (options) => catalogue.during(3600, catalogue.requestRate(options)),
  least: (options) => catalogue.least(catalogue.limitUse(ofGateways(options)), '6h'),
  nodeCpuUse: ({ window }) =>
    catalogue.nodeCpuUse({ matchers: { cluster: '$cluster' }, ...(window !== undefined && { window }) }),
  peak: (options) => catalogue.peak(catalogue.limitUse(ofGateways(options)), '6h'),
  per: (options) => catalogue.per(catalogue.tokenRate(options), catalogue.requestRate(options)),
  perMillion: (options) => catalogue.perMillion(catalogue.requestRate(options), catalogue.tokenRate(options)),
  top: (options) => catalogue.top(5, catalogue.requestRate(options)),
  used: ({ by }) =>
    catalogue.used(
      catalogue.gaugeOf(native.limitAllowed, { by: by && ['limit'] }),
      catalogue.gaugeOf(native.limitUsed, { by: by && ['limit'] })
    ),
};

const ALL = Object.entries(BUILDERS).flatMap(([name, build]) =>
  OPTIONS.map(([what, options]) => [`${name} with ${what}`, build(options), options] as const)
);

/** Functions of the catalogue that make something else. */
const NO_EXPRESSIONS: readonly unknown[] = [
  catalogue.contactPointOf,
  catalogue.grafanaRule,
  catalogue.groupInterval,
  catalogue.queriedThreshold,
  catalogue.runbookUrl,
  catalogue.shownThreshold,
  catalogue.thresholdText,
  catalogue.view,
];

test('every expression of the catalogue is tested here', () => {
  const functions = Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === 'function' && !NO_EXPRESSIONS.includes(value) ? [name] : []
  );
  expect(Object.keys(BUILDERS).sort()).toEqual(functions.sort());
});

const FAMILIES: readonly catalogue.MetricFamily[] = [native, exporters].flatMap((of) => Object.values(of));

test.each(ALL)('%s uses metrics and labels that exist', (_what, expression) => {
  const used = [...expression.matchAll(/\b((?:llm_gateway|process|nodejs|node_cpu)_\w+|up)\b(\{[^}]*\})?/g)];
  expect(used).not.toEqual([]);
  for (const [, name = '', matchers = ''] of used) {
    const family = FAMILIES.find((known) =>
      [known.name, ...['bucket', 'sum', 'count'].map((part) => `${known.name}_${part}`)].includes(name)
    );
    expect(family !== undefined || name === 'up').toBe(true);
    const labels: readonly string[] = [...(family?.labels ?? []), ...TARGET_LABELS];
    for (const [, label = ''] of matchers.matchAll(/(\w+)[=!]~?"/g)) {
      expect(labels).toContain(label);
    }
    for (const [, by = ''] of expression.matchAll(/by \(([^)]*)\)/g)) {
      expect([...labels, 'le']).toEqual(expect.arrayContaining(by.split(', ')));
    }
  }
});

test.each(ALL)('%s takes its window from the panel unless told otherwise', (_what, expression, { window }) => {
  for (const [, used] of expression.matchAll(/(?:rate|increase)\([^[]*\[([^\]]*)\]/g)) {
    expect([
      window,
      ...(window === undefined || expression.includes('[1d:') || expression === catalogue.budgetBurn('1h')
        ? [RATE_INTERVAL, RANGE]
        : []),
    ]).toContain(used);
  }
});

function promtool(): string | undefined {
  try {
    return execFileSync('promtool', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

const withPromtool = promtool() === undefined ? test.skip : test;

withPromtool('promtool (skipped where there is none on PATH) accepts every expression and every alert', () => {
  const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-promtool-'));
  try {
    const expressions = [...ALL.map(([, expression]) => expression), ...catalogue.alertRules.map(conditionOf)];
    const rules = expressions.map((expression, index) => ({
      record: `checked:expression${index}`,
      expr: expression.replaceAll(RATE_INTERVAL, '1m').replaceAll(RANGE, '1h').replaceAll('$provider', '.*'),
    }));
    const file = join(directory, 'rules.yaml');
    writeFileSync(file, stringify({ groups: [{ name: 'expressions', rules }] }));
    const output = execFileSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
    expect(output).toContain(`SUCCESS: ${rules.length} rules found`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
