import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { alertmanagerConfig } from '../../catalogue/src/generate/alertmanager/config.js';
import { readSettings } from '../../catalogue/src/generate/alertmanager/settings.js';
import { ALERTMANAGER_TEMPLATES } from '../../catalogue/src/generate/alertmanager/templates.js';
import { prometheusRuleGroups } from '../../catalogue/src/generate/prometheusRules.js';
import { verifySignature } from '../../gateway/src/webhooks/signature.js';
import { TestAlertmanager, hasAlertmanager } from '../support/alertmanager.js';
import { TestGateway, configuration } from '../support/gateway.js';
import { type HookCall, Hooks } from '../support/hooks.js';
import { Mailbox } from '../support/mailbox.js';
import { TestPrometheus, hasPrometheus } from '../support/prometheus.js';
import { until } from '../support/until.js';

jest.setTimeout(180_000);

const SECRET = 'a-secret-of-some-length';
const PATIENCE_MS = 60_000;

/**
 * The generated rules and the generated routing, hurried: `for` and evaluation a second, windows of rates 10 s, groups
 * told at once. Conditions, thresholds, labels, severities, inhibition and receivers are as they are delivered.
 */
const hurriedRules = () =>
  prometheusRuleGroups().map(({ name, rules }) => ({
    name,
    interval: '1s',
    rules: (JSON.parse(JSON.stringify(rules)) as Array<{ expr: string; for?: string }>).map((rule) => ({
      ...rule,
      expr: rule.expr.replaceAll(/\[\d+[smhd]\]/g, '[10s]').replaceAll(/offset \d+[smhd]/g, 'offset 10s'),
      ...(rule.for !== undefined && { for: '1s' }),
    })),
  }));
const hurriedRouting = (config: object): object =>
  JSON.parse(
    JSON.stringify(config)
      .replaceAll(/"group_wait":"\d+s"/g, '"group_wait":"1s"')
      .replaceAll(/"group_interval":"\d+m"/g, '"group_interval":"2s"')
  ) as object;

interface Told {
  readonly type: 'alert.firing' | 'alert.resolved';
  readonly alert: string;
  readonly severity: string;
  readonly labels: Readonly<Record<string, string>>;
}

const missing = [...(hasPrometheus() ? [] : ['prometheus']), ...(hasAlertmanager ? [] : ['alertmanager'])];
const withBoth = missing.length === 0 ? test : test.skip;

let hooks: Hooks;
let mailbox: Mailbox;
let gateway: TestGateway;
let alertmanager: TestAlertmanager;
let prometheus: TestPrometheus;
let traffic: NodeJS.Timeout;

async function start(): Promise<void> {
  hooks = await Hooks.open();
  mailbox = await Mailbox.open();
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: one, type: simulator, prices: openai, simulator: { latency_ms: 0, output_tokens: 5, tokens_per_second: 1000000 } }
  - { name: two, type: simulator, prices: openai, simulator: { latency_ms: 0, output_tokens: 5, tokens_per_second: 1000000 } }
models:
  - { name: first, deployments: [{ provider: one, model: gpt-4o-mini }], fallbacks: [second] }
  - { name: second, deployments: [{ provider: two, model: gpt-4o-mini }] }
routing: { health_check_ms: 500 }
webhooks: [{ name: oncall, url: "${hooks.url}/oncall", secret: ${SECRET}, events: [alert.firing, alert.resolved] }]
`)
  );
  alertmanager = await startAlertmanager();
  prometheus = await TestPrometheus.start(gateway, {
    rules: hurriedRules(),
    alertmanager: new URL(alertmanager.url).host,
  });
  traffic = setInterval(() => {
    for (const model of ['first', 'second']) {
      gateway.chat({ model, messages: [{ role: 'user', content: 'hi' }] }).catch(() => undefined);
    }
  }, 100);
}

/** With what would be written at the start for this environment. */
async function startAlertmanager(): Promise<TestAlertmanager> {
  const secrets = join(gateway.directory, 'alertmanager-secrets');
  const { settings, texts } = readSettings(
    {
      LLM_GATEWAY_URL: gateway.url,
      LLM_GATEWAY_ALERTS_TOKEN_FILE: gateway.secretFile('alerts-token'),
      SMTP_SMARTHOST: mailbox.address,
      SMTP_FROM: 'gateway@example.com',
      ALERT_EMAIL_TO: 'oncall@example.com',
      SMTP_REQUIRE_TLS: 'false',
      SLACK_WEBHOOK_URL: `${hooks.url}/slack`,
      SLACK_CHANNEL: '#alerts',
    },
    secrets
  );
  mkdirSync(secrets);
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(secrets, name), text);
  }
  const templates = { 'templates/llm-gateway.tmpl': ALERTMANAGER_TEMPLATES };
  return TestAlertmanager.start(hurriedRouting(alertmanagerConfig(settings)), templates);
}

async function stop(): Promise<void> {
  clearInterval(traffic);
  await prometheus?.remove();
  await alertmanager?.remove();
  await gateway?.remove();
  hooks?.close();
  mailbox?.close();
}

/** A provider that answers nothing, or its end. */
async function outage(provider: string, begins: boolean): Promise<void> {
  const response = await fetch(`${gateway.url}/api/v1/simulator/${provider}`, {
    method: begins ? 'PATCH' : 'DELETE',
    headers: { authorization: `Bearer ${gateway.adminToken}`, ...(begins && { 'content-type': 'application/json' }) },
    ...(begins && { body: JSON.stringify({ behaviour: { outages: [{ every_seconds: 1, for_seconds: 1 }] } }) }),
  });
  expect(response.status).toBe(200);
}

/** What the gateway told its webhook of alerts; each call must be signed. */
function told(): readonly Told[] {
  return hooks.to('/oncall').map(({ body, headers, at }: HookCall) => {
    const timestamp = String(headers['x-llm-gateway-timestamp']);
    const signature = String(headers['x-llm-gateway-signature']);
    expect(verifySignature(SECRET, timestamp, body, signature, at, 30)).toBe(true);
    expect(verifySignature('another-secret-of-some-length', timestamp, body, signature, at, 30)).toBe(false);
    return JSON.parse(body) as Told;
  });
}

/** Waits until the webhook was told; `provider` only where the alert has one. */
const toldOf = (type: Told['type'], alert: string, provider?: string) =>
  until(
    async () =>
      told().some((each) => each.type === type && each.alert === alert && each.labels['provider'] === provider),
    PATIENCE_MS
  );

const slackSays = (text: string) => hooks.to('/slack').some(({ body }) => body.includes(text));
const mailSays = (text: string) => mailbox.messages.some((message) => message.includes(text));

afterEach(stop);

withBoth(
  `a simulated outage is told, by severity and once, and its end too (skipped where prometheus or alertmanager is not on PATH)`,
  async () => {
    await start();
    await prometheus.scrapedAfter(Date.now());

    // One provider is down: a warning to Slack, nothing by e-mail about it.
    await outage('one', true);
    await toldOf('alert.firing', 'LLMGatewayProviderUnhealthy', 'one');
    await until(async () => slackSays('LLMGatewayProviderUnhealthy'), PATIENCE_MS);
    expect(mailSays('LLMGatewayProviderUnhealthy')).toBe(false);
    expect(told().filter(({ labels }) => labels['provider'] === 'two')).toEqual([]);
    expect(told().find(({ alert }) => alert === 'LLMGatewayProviderUnhealthy')).toMatchObject({ severity: 'warning' });

    // As far as its calls go, it is down for good: critical, by e-mail and not to Slack.
    await toldOf('alert.firing', 'LLMGatewayProviderDown', 'one');
    await until(async () => mailSays('LLMGatewayProviderDown'), PATIENCE_MS);
    expect(slackSays('LLMGatewayProviderDown')).toBe(false);

    // Both are down: critical, and what each one says is inhibited.
    await outage('two', true);
    await toldOf('alert.firing', 'LLMGatewayAllProvidersDown');
    await until(async () => mailSays('LLMGatewayAllProvidersDown'), PATIENCE_MS);
    await until(async () => {
      const alerts = (await alertmanager.alerts()).filter(
        ({ labels }) => labels['alertname'] === 'LLMGatewayProviderUnhealthy'
      );
      return alerts.length === 2 && alerts.every(({ status }) => status.state === 'suppressed');
    }, PATIENCE_MS);
    const before = told().length;
    expect(
      told().filter(({ alert, labels }) => alert === 'LLMGatewayProviderUnhealthy' && labels['provider'] === 'two')
    ).toEqual([]);

    // It is over.
    await outage('one', false);
    await outage('two', false);
    await toldOf('alert.resolved', 'LLMGatewayAllProvidersDown');
    await toldOf('alert.resolved', 'LLMGatewayProviderDown', 'one');
    expect(told().length).toBeGreaterThan(before);

    // Each was told once, and is kept as an event.
    const all = told();
    const keys = all.map(({ type, labels }) => JSON.stringify([type, labels]));
    expect(new Set(keys).size).toBe(keys.length);
    const answer = await gateway.get('/api/v1/events?type=alert_firing,alert_resolved', gateway.adminToken);
    const { events } = (await answer.json()) as { events: Array<{ alert: string }> };
    expect(events.map(({ alert }) => alert)).toContain('LLMGatewayAllProvidersDown');
    const metrics = await gateway.metrics();
    expect(
      metrics.sum('llm_gateway_alerts_received_total', { severity: 'critical', status: 'firing' })
    ).toBeGreaterThan(0);
  }
);
