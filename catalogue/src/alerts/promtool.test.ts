import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { prometheusRuleGroups, prometheusRules } from '../generate/prometheusRules.js';
import type { AlertCase, Scenario } from './cases/alertCase.js';
import { gatewayCases } from './cases/gateway.js';
import { moneyCases } from './cases/money.js';
import { operationCases } from './cases/operation.js';
import { providerCases } from './cases/providers.js';
import { requestCases } from './cases/requests.js';
import { type AlertRule, alertRules } from './index.js';

const cases: readonly AlertCase[] = [
  ...gatewayCases,
  ...providerCases,
  ...requestCases,
  ...moneyCases,
  ...operationCases,
];

function hasPromtool(): boolean {
  return spawnSync('promtool', ['--version'], { stdio: 'ignore' }).status === 0;
}
const withPromtool = hasPromtool() ? test : test.skip;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-alerts-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const input = ({ series }: Scenario) => Object.entries(series).map(([name, values]) => ({ series: name, values }));

/** What promtool is asked: the alert fires, not at once, and does not where it should not. */
function testsOf(rule: AlertRule, { fires, silent }: AlertCase): object[] {
  const { name: alertname, severity, topic } = rule;
  const alert = { exp_labels: { ...fires.labels, severity, topic } };
  return [
    {
      name: `${alertname} fires`,
      interval: '1m',
      input_series: input(fires),
      alert_rule_test: [
        { eval_time: '0s', alertname, exp_alerts: [] },
        { eval_time: fires.at, alertname, exp_alerts: [alert] },
      ],
    },
    {
      name: `${alertname} does not fire`,
      interval: '1m',
      input_series: input(silent),
      alert_rule_test: [{ eval_time: silent.at, alertname, exp_alerts: [] }],
    },
  ];
}

/** Rules of the given alerts. Expected annotations would have to be spelt out, so there are none; their templates are checked below. */
function writeRules(file: string, rules: readonly AlertRule[]): void {
  const groups = prometheusRuleGroups(rules).map(({ name, rules: members }) => ({
    name,
    rules: members.map((rule) => ({ ...rule, annotations: undefined })),
  }));
  writeFileSync(file, stringify({ groups }));
}

/** Half a minute; for cases that last a day it would take minutes. */
const evaluationInterval = (tests: readonly AlertCase[]) =>
  tests.some(({ fires }) => fires.at.endsWith('h')) ? '5m' : '30s';

function promtoolTest(
  rule: AlertRule,
  examples: readonly AlertCase[]
): { readonly ok: boolean; readonly output: string } {
  const file = join(directory, `${rule.name}.yml`);
  writeRules(join(directory, 'rules.yml'), [rule]);
  const tests = examples.flatMap((example) => testsOf(rule, example));
  const evaluation_interval = evaluationInterval(examples);
  writeFileSync(
    file,
    stringify({ rule_files: ['rules.yml'], evaluation_interval, tests }, { aliasDuplicateObjects: false })
  );
  const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', file], { encoding: 'utf8' });
  return { ok: status === 0, output: stdout + stderr };
}

test('every alert has a case, and every case an alert', () => {
  expect([...new Set(cases.map(({ alert }) => alert))].sort()).toEqual(alertRules.map(({ name }) => name).sort());
});

describe.each(alertRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  withPromtool('fires when it should and not when it should not (promtool; skipped where it is not on PATH)', () => {
    const { ok, output } = promtoolTest(
      rule,
      cases.filter(({ alert }) => alert === name)
    );
    expect(ok ? '' : output).toBe('');
  });
});

withPromtool('promtool notices an alert that fires and should not', () => {
  const [rule] = alertRules.filter(({ name }) => name === 'LLMGatewayStoreDown');
  const [example] = cases.filter(({ alert }) => alert === rule?.name);
  if (rule === undefined || example === undefined) {
    throw new Error('no such case');
  }
  const { ok, output } = promtoolTest(rule, [{ ...example, silent: example.fires }]);
  expect(ok).toBe(false);
  expect(output).toContain('LLMGatewayStoreDown');
});

withPromtool('promtool accepts the generated file, templates included', () => {
  const file = join(directory, 'generated.yml');
  writeFileSync(file, prometheusRules().text);
  expect(execFileSync('promtool', ['check', 'rules', file], { encoding: 'utf8' })).toContain('SUCCESS');
});
