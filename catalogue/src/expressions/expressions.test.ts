import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { conditionOf } from '../alerts/condition.js';
import * as catalogue from '../index.js';
import { type ExpressionOptions, RATE_INTERVAL } from './selector.js';

const { native } = catalogue;
const REQUEST_LABELS = { model: 'gpt-4o|small', provider: '$provider' };
const OPTIONS: ReadonlyArray<[string, ExpressionOptions]> = [
  ['nothing', {}],
  ['a split', { by: ['model', 'provider'] }],
  ['matchers', { matchers: REQUEST_LABELS }],
  ['all', { by: ['provider'], matchers: REQUEST_LABELS, window: '5m' }],
];

/** Every expression builder of the catalogue, called with options; a new one that is not here fails a test below. */
const BUILDERS: Readonly<Record<string, (options: ExpressionOptions) => string>> = {
  // Of the labels of budgets only, and over windows of its own.
  budgetBurn: () => catalogue.budgetBurn('1h'),
  cacheHitRatio: ({ by, matchers, ...options }) =>
    catalogue.cacheHitRatio({
      ...options,
      ...(by && { by: ['model'] }),
      ...(matchers && { matchers: { model: 'm' } }),
    }),
  errorRatio: (options) => catalogue.errorRatio(options),
  failureRatio: (options) => catalogue.failureRatio(options),
  gatewayBuilds: () => catalogue.gatewayBuilds(),
  gatewayUp: () => catalogue.gatewayUp(),
  occurrences: (options) => catalogue.occurrences(native.unpricedRequests, options),
  // Of expressions without labels only.
  orZero: ({ matchers, window }) =>
    catalogue.orZero(catalogue.requestRate({ ...(matchers && { matchers }), ...(window && { window }) })),
  providerFailureRatio: (options) => catalogue.providerFailureRatio(options),
  requestCount: ({ by, matchers }) => catalogue.requestCount({ ...(by && { by }), ...(matchers && { matchers }) }),
  requestDuration: (options) => catalogue.requestDuration(0.95, options),
  requestRate: (options) => catalogue.requestRate(options),
  timeToFirstToken: (options) => catalogue.timeToFirstToken(0.5, options),
  tokenRate: (options) => catalogue.tokenRate(options),
};

const ALL = Object.entries(BUILDERS).flatMap(([name, build]) =>
  OPTIONS.map(([what, options]) => [`${name} with ${what}`, build(options), options] as const)
);

test('every expression of the catalogue is tested here', () => {
  const functions = Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === 'function' && value !== catalogue.view ? [name] : []
  );
  expect(Object.keys(BUILDERS).sort()).toEqual(functions.sort());
});

test.each(ALL)('%s uses metrics and labels that exist', (_what, expression) => {
  const families = Object.values(native);
  const used = [...expression.matchAll(/\b(llm_gateway_\w+)(\{[^}]*\})?/g)];
  for (const [, name = '', matchers = ''] of used) {
    const family = families.find((known) => [known.name, `${known.name}_bucket`].includes(name));
    expect(family).toBeDefined();
    const labels: readonly string[] = family?.labels ?? [];
    for (const [, label = ''] of matchers.matchAll(/(\w+)=~?"/g)) {
      expect(labels).toContain(label);
    }
    for (const [, by = ''] of expression.matchAll(/by \(([^)]*)\)/g)) {
      expect([...labels, 'le', 'cluster', 'instance']).toEqual(expect.arrayContaining(by.split(', ')));
    }
  }
  expect(used.length > 0 || expression.startsWith('up{')).toBe(true);
});

test.each(ALL)('%s takes its window from the panel unless told otherwise', (_what, expression, { window }) => {
  if (expression.includes('[') && expression !== catalogue.budgetBurn('1h')) {
    expect(expression).toContain(`[${window ?? RATE_INTERVAL}]`);
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
      expr: expression.replaceAll(RATE_INTERVAL, '1m').replaceAll('$provider', '.*'),
    }));
    const file = join(directory, 'rules.yaml');
    writeFileSync(file, stringify({ groups: [{ name: 'expressions', rules }] }));
    const output = execFileSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
    expect(output).toContain(`SUCCESS: ${rules.length} rules found`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
