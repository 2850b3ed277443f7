import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { dialects } from '../../dialects/index.js';
import { alertPackFiles } from '../../generate/alertPacks.js';
import { type MetricFamily } from '../../metrics/family.js';
import { exporters } from '../../metrics/exporters.js';
import { alertPacks } from '../packs.js';
import type { AlertPack, PackAlert } from './pack.js';
import { PACK_CASES } from './packCases.js';

/** Names of the documents’ alerts, as they are there. */
const DOCUMENTED: Readonly<Record<string, string>> = {
  'litellm-monitoring-setup': `LiteLLMDown LiteLLMUnhealthy LiteLLMHighLatency LiteLLMHighErrorRate
    LiteLLMCriticalErrorRate LiteLLMHighRequestRate LiteLLMTokenLimitApproaching LiteLLMModelFailures
    LiteLLMHighDailyCost LiteLLMCostSpike LiteLLMDatabasePoolExhausted LiteLLMSlowDatabaseQueries
    LiteLLMGroqProviderDown LiteLLMProviderRateLimited`,
  'litellm-monitoring-guide': 'LitellmHighErrorRate LitellmRateLimitHeadroom LitellmHighP99Latency',
  'llm-inference-gateway': `LLMGatewayProviderUnhealthy LLMGatewayAllProvidersUnhealthy LLMGatewayCircuitBreakerOpen
    LLMGatewayHighLatencyP95 LLMGatewayHighLatencyP99 LLMGatewayHighTTFT LLMGatewayHighErrorRate
    LLMGatewayCriticalErrorRate LLMGatewayAuthenticationErrors LLMGatewayRateLimitErrors LLMGatewayHighActiveRequests
    LLMGatewayRateLimitHits LLMGatewayHighTokenUsage LLMGatewayLowTokenThroughput LLMGatewayLowCacheHitRate`,
};

/** The guide's rules, as they are there. */
const WORD_FOR_WORD: Readonly<Record<string, string>> = {
  LitellmHighErrorRate: `sum(rate(litellm_errors_total[5m])) by (provider)
    / sum(rate(litellm_requests_total[5m])) by (provider)
    > 0.05`,
  LitellmRateLimitHeadroom: 'litellm_requests_remaining / litellm_max_parallel_requests < 0.2',
  LitellmHighP99Latency: 'histogram_quantile(0.99, rate(litellm_request_duration_bucket[5m])) > 30',
};

const ALERTS = alertPacks.flatMap((pack) => alertsOf(pack).map((alert) => [pack.name, alert.name, alert] as const));

/** Label names of every sample that the dialects and the exporters have. */
const SAMPLES = new Map<string, readonly string[]>(
  [
    ...dialects.flatMap(({ views }) => views.map((each) => ({ ...each, labels: Object.keys(each.labels) }))),
    ...Object.values<MetricFamily>(exporters),
  ].flatMap(({ name, type, labels }) =>
    type === 'histogram'
      ? [
          [`${name}_bucket`, [...labels, 'le']],
          [`${name}_sum`, [...labels]],
          [`${name}_count`, [...labels]],
        ]
      : [[name, [...labels]]]
  )
);

function alertsOf({ groups }: AlertPack): readonly PackAlert[] {
  return groups.flatMap(({ alerts }) => alerts);
}

test.each(alertPacks.map((pack) => [pack.name, pack] as const))('%s has every alert of its document', (name, pack) => {
  const own = name === 'litellm-monitoring-setup' ? ['LiteLLMProviderDown'] : [];
  const names = alertsOf(pack).map((alert) => alert.name);
  expect([...names].sort()).toEqual([...(DOCUMENTED[name] ?? '').split(/\s+/), ...own].sort());
});

test.each(Object.entries(WORD_FOR_WORD))('%s is the guide’s, word for word', (name, expression) => {
  expect(ALERTS.find(([, each]) => each === name)?.[2].expr).toBe(expression.replace(/\s+/g, ' '));
});

test.each(ALERTS)('%s: %s uses metrics and labels that a dialect or an exporter has', (_pack, _name, alert) => {
  const { expr } = alert;
  const used = [...expr.matchAll(/\b((?:litellm|llm_gateway|pg)_\w+|up|probe_success)\b(?:\{([^}]*)\})?/g)].filter(
    ([, name = '']) => !expr.includes(`"${name}`)
  );
  expect(used.length).toBeGreaterThan(0);
  // Prometheus gives every series these two.
  const all = used.map(([, name = '']) => [...(SAMPLES.get(name) ?? []), 'instance', 'job']);
  for (const [index, [, name = '', matchers = '']] of used.entries()) {
    expect(SAMPLES.has(name)).toBe(true);
    for (const [, label = ''] of matchers.matchAll(/(\w+)(?:=|!=)/g)) {
      expect(all[index]).toContain(label);
    }
  }
  for (const [, by = ''] of expr.matchAll(/by \(([^)]*)\)/g)) {
    for (const labels of all) {
      expect([...labels, ...(labels.includes('le') ? [] : ['le'])]).toEqual(expect.arrayContaining(by.split(', ')));
    }
  }
  for (const [, label = ''] of `${alert.summary} ${alert.description}`.matchAll(/\$labels\.(\w+)/g)) {
    expect(all.flat()).toContain(label);
  }
});

test('every alert has a case, and every case an alert', () => {
  const cases = Object.entries(PACK_CASES).flatMap(([pack, alerts]) => Object.keys(alerts).map((name) => [pack, name]));
  expect(cases.sort()).toEqual(ALERTS.map(([pack, name]) => [pack, name]).sort());
});

function hasPromtool(): boolean {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const withPromtool = hasPromtool() ? test : test.skip;

function inDirectory<Result>(work: (directory: string) => Result): Result {
  const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-packs-'));
  try {
    return work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Writes the pack's rules as they are generated, and gives their path. */
function ruleFile(directory: string, pack: string): string {
  const { text = '' } = alertPackFiles().find(({ path }) => path.endsWith(`/${pack}.yml`)) ?? {};
  const file = join(directory, 'rules.yml');
  writeFileSync(file, text);
  return file;
}

withPromtool.each(alertPacks.map((pack) => [pack.name, pack] as const))(
  'promtool (skipped where there is none on PATH) accepts %s',
  (name, pack) => {
    inDirectory((directory) => {
      const output = execFileSync('promtool', ['check', 'rules', ruleFile(directory, name)], { encoding: 'utf8' });
      expect(output).toContain(`SUCCESS: ${alertsOf(pack).length} rules found`);
    });
  }
);

/** What promtool is told of an alert: a test in which it fires, and one in which it does not. */
function promtoolTests(pack: string, alert: PackAlert): readonly object[] {
  const {
    firing,
    silent,
    labels,
    at = '1h',
  } = PACK_CASES[pack]?.[alert.name] ?? { firing: {}, silent: {}, labels: {} };
  const said = (text: string) =>
    text.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_all, label: string) => labels[label] ?? '');
  const expected = {
    exp_labels: { ...labels, severity: alert.severity },
    exp_annotations: { summary: said(alert.summary), description: said(alert.description) },
  };
  const tested = (series: Readonly<Record<string, string>>, alerts: readonly object[]) => ({
    interval: '1m',
    input_series: Object.entries(series).map(([each, values]) => ({ series: each, values })),
    alert_rule_test: [{ eval_time: at, alertname: alert.name, exp_alerts: alerts }],
  });
  return [tested(firing, [expected]), tested(silent, [])];
}

withPromtool.each(alertPacks.map((pack) => [pack.name, pack] as const))(
  'promtool (skipped where there is none on PATH): each alert of %s fires when it should, and only then',
  (name, pack) => {
    inDirectory((directory) => {
      const file = join(directory, 'tests.yml');
      const tests = alertsOf(pack).flatMap((alert) => promtoolTests(name, alert));
      writeFileSync(file, stringify({ rule_files: [ruleFile(directory, name)], evaluation_interval: '1m', tests }));
      const { stdout, stderr } = spawnSync('promtool', ['test', 'rules', file], { encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(stdout).toContain('SUCCESS');
    });
  }
);
