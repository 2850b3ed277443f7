import { exporters } from '../metrics/exporters.js';
import type { MetricFamily } from '../metrics/family.js';
import { native } from '../metrics/native.js';
import { conditionOf } from './condition.js';
import { alertRules } from './index.js';
import { recordingRules, withRecordings } from './recordings.js';
import type { SEEDS } from './rule.js';

/** What Prometheus adds to every series; `cluster` comes from those who have several. */
const TARGET_LABELS = ['job', 'instance', 'cluster'];
const families: readonly MetricFamily[] = [...Object.values(native), ...Object.values(exporters)];

/** Words of PromQL that stand where a metric could. */
const KEYWORDS =
  /^(and|or|unless|on|ignoring|by|without|bool|offset|group_left|group_right|sum|min|max|avg|count|topk)$/;
const FUNCTIONS = /^(abs|absent|changes|clamp_min|delta|histogram_quantile|increase|rate)$/;

/** Metrics of an expression with the labels that are matched on. */
function metricsOf(expression: string): Array<{ name: string; labels: string[] }> {
  const bare = expression
    .replaceAll(/(by|without|on|ignoring) \([^)]*\)/g, '')
    .replaceAll(/\[[^\]]*\]|offset \w+/g, '')
    .replaceAll(/"[^"]*"/g, '""');
  return [...bare.matchAll(/([a-zA-Z_:][\w:]*)(\{[^}]*\})?/g)]
    .filter(([, name = '']) => !KEYWORDS.test(name) && !FUNCTIONS.test(name))
    .map(([, name = '', matchers = '']) => ({
      name,
      labels: [...matchers.matchAll(/(\w+)(=~|!~|!=|=)/g)].map(([, label = '']) => label),
    }));
}

function familyOf(name: string): MetricFamily | undefined {
  return families.find((family) => {
    const parts = family.type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    return parts.some((part) => family.name + part === name);
  });
}

/** Labels that the series of an expression can have: of its outermost aggregation, or of its metrics. */
function labelsLeft(expression: string): string[] {
  const by = [...expression.matchAll(/by \(([^)]*)\)/g)].map(([, list = '']) => list.split(', '));
  if (by.length > 0) {
    return by.reduce((left, list) => left.filter((label) => list.includes(label)));
  }
  const dropped = [...expression.matchAll(/(?:without|ignoring) \(([^)]*)\)/g)].flatMap(([, list = '']) =>
    list.split(', ')
  );
  const labels = metricsOf(expression).map(({ name }) => [...(familyOf(name)?.labels ?? []), ...TARGET_LABELS]);
  return labels
    .reduce((left, list) => left.filter((label) => list.includes(label)))
    .filter((label) => !dropped.includes(label));
}

test.each(['name', 'uid'] as const)('every %s is there once', (property) => {
  const values = alertRules.map((rule) => rule[property]);
  expect(new Set(values).size).toBe(values.length);
});

describe.each(alertRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test('is named as Prometheus and Grafana want it', () => {
    expect(name).toMatch(/^LLM[A-Z]\w+$/);
    expect(rule.uid).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    expect(rule.group).toMatch(/^llm-gateway-[a-z-]+$/);
  });

  test('waits, and says what happened and why', () => {
    expect(rule.for).toMatch(/^[1-9]\d*[smh]$/);
    expect(rule.summary).not.toBe('');
    expect(rule.description).toMatch(/\.$/);
    expect(rule.condition).toMatch(/\.$/);
  });

  test('reads only metrics that exist, and only their labels', () => {
    const read = metricsOf(conditionOf(rule));
    expect(read).not.toEqual([]);
    for (const { name: metric, labels } of read) {
      expect({ metric, exists: familyOf(metric) !== undefined }).toEqual({ metric, exists: true });
      expect([...(familyOf(metric)?.labels ?? []), ...TARGET_LABELS, 'le']).toEqual(expect.arrayContaining(labels));
    }
  });

  test('has nothing in its expression that Grafana might take for a variable', () => {
    expect(rule.expr).not.toContain('$');
  });

  test('aggregates only by labels that its metrics have', () => {
    const known = metricsOf(rule.expr).flatMap(({ name: metric }) => familyOf(metric)?.labels ?? []);
    const used = [...rule.expr.matchAll(/(?:by|without|on|ignoring) \(([^)]*)\)/g)].flatMap(([, list = '']) =>
      list.split(', ')
    );
    expect([...known, ...TARGET_LABELS, 'le']).toEqual(expect.arrayContaining(used));
  });

  test('uses only labels that its expression leaves in its series', () => {
    const used = [...`${rule.summary} ${rule.description}`.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
    expect(labelsLeft(rule.expr)).toEqual(expect.arrayContaining(used));
  });

  test('has a runbook', () => {
    const { means, checks, causes } = rule.runbook;
    expect(means).toMatch(/\.$/);
    expect(checks).toHaveLength(3);
    expect(causes.length).toBeGreaterThan(0);
  });

  test('names in its texts only metrics and alerts that exist', () => {
    const { means, checks, causes } = rule.runbook;
    const text = [rule.description, rule.condition, means, ...checks, ...causes].join('\n');
    for (const [metric] of text.matchAll(/\bllm_gateway_\w+/g)) {
      expect({ metric, exists: familyOf(metric) !== undefined || familyOf(`${metric}_bucket`) !== undefined }).toEqual({
        metric,
        exists: true,
      });
    }
    const names = alertRules.map((each) => each.name);
    expect(names).toEqual(expect.arrayContaining([...text.matchAll(/\bLLMGateway[A-Z]\w+/g)].map(([alert]) => alert)));
  });
});

test('a metric or label that does not exist is found', () => {
  expect(metricsOf('sum by (a) (rate(llm_gateway_nothing_total{x="y",z!~"w"}[5m])) > 1')).toEqual([
    { name: 'llm_gateway_nothing_total', labels: ['x', 'z'] },
  ]);
  expect(familyOf('llm_gateway_nothing_total')).toBeUndefined();
  expect(familyOf('llm_gateway_request_duration_seconds')).toBeUndefined();
});

describe('recording rules', () => {
  test.each(recordingRules)(
    '$record is named as Prometheus has it, and some alert asks for it',
    ({ group, record, expr }) => {
      expect(record).toMatch(/^[a-z]+:llm_gateway_\w+:\w+$/);
      const asking = alertRules.filter((rule) => rule.expr.includes(expr));
      expect([...new Set(asking.map((rule) => rule.group))]).toEqual([group]);
      expect(metricsOf(expr).every(({ name }) => familyOf(name) !== undefined)).toBe(true);
    }
  );

  test('take the place of what they are recorded from', () => {
    const [first] = recordingRules;
    expect(withRecordings(`(${first?.expr}) > 1`)).toBe(`(${first?.record}) > 1`);
  });
});

/** The seeds' alerts. The monitoring setup speaks of 15 and lists these 14. */
const ASKED_FOR: Readonly<Record<keyof typeof SEEDS, readonly string[]>> = {
  'monitoring-setup': [
    'LiteLLMDown',
    'LiteLLMUnhealthy',
    'LiteLLMHighLatency',
    'LiteLLMHighErrorRate',
    'LiteLLMCriticalErrorRate',
    'LiteLLMHighRequestRate',
    'LiteLLMTokenLimitApproaching',
    'LiteLLMModelFailures',
    'LiteLLMHighDailyCost',
    'LiteLLMCostSpike',
    'LiteLLMDatabasePoolExhausted',
    'LiteLLMSlowDatabaseQueries',
    'LiteLLMGroqProviderDown',
    'LiteLLMProviderRateLimited',
  ],
  'monitoring-guide': ['LitellmHighErrorRate', 'LitellmRateLimitHeadroom', 'LitellmHighP99Latency'],
  'inference-gateway': [
    'LLMGatewayProviderUnhealthy',
    'LLMGatewayAllProvidersUnhealthy',
    'LLMGatewayCircuitBreakerOpen',
    'LLMGatewayHighLatencyP95',
    'LLMGatewayHighLatencyP99',
    'LLMGatewayHighTTFT',
    'LLMGatewayHighErrorRate',
    'LLMGatewayCriticalErrorRate',
    'LLMGatewayAuthenticationErrors',
    'LLMGatewayRateLimitErrors',
    'LLMGatewayHighActiveRequests',
    'LLMGatewayRateLimitHits',
    'LLMGatewayHighTokenUsage',
    'LLMGatewayLowTokenThroughput',
    'LLMGatewayLowCacheHitRate',
  ],
};

test.each(Object.entries(ASKED_FOR))('every alert of the seed %s is answered, and no other claimed', (seed, asked) => {
  const answered = alertRules.flatMap(({ seeds = [] }) => seeds).filter((each) => each.seed === seed);
  expect([...new Set(answered.map(({ alert }) => alert))].sort()).toEqual([...asked].sort());
});
