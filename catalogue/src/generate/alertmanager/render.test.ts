import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { alertmanagerConfig } from './config.js';
import { alertmanagerFiles } from './files.js';
import { readSettings } from './settings.js';
import { ALERTMANAGER_TEMPLATES, HTML, TEXT, TITLE } from './templates.js';

const withAmtool = spawnSync('amtool', ['--version'], { stdio: 'ignore' }).status === 0 ? test : test.skip;

const RELAY = { LLM_GATEWAY_URL: 'http://gateway:4000/', LLM_GATEWAY_ALERTS_TOKEN: 'relay-secret' };
const EMAIL = { SMTP_SMARTHOST: 'smtp:587', SMTP_FROM: 'from@example.com', ALERT_EMAIL_TO: 'to@example.com' };
const LOGIN = { SMTP_USERNAME: 'user', SMTP_PASSWORD: 'smtp-secret' };
const SLACK = { SLACK_WEBHOOK_URL: 'https://hooks.slack.com/services/slack-secret' };
const WEBHOOK = { ALERT_WEBHOOK_URL: 'https://example.com/hook' };
const ALL = { ...RELAY, ...EMAIL, ...LOGIN, ...SLACK, ...WEBHOOK };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-alertmanager-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

interface Receiver {
  readonly name: string;
  readonly [kind: `${string}_configs`]: readonly unknown[];
}
interface Config {
  readonly receivers: readonly Receiver[];
}

const configOf = (env: Record<string, string>) =>
  alertmanagerConfig(readSettings(env, '/secrets').settings) as unknown as Config;

/** What each receiver sends to. */
function sendsTo(env: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    configOf(env).receivers.map(({ name, ...kinds }) => [
      name,
      Object.entries(kinds).flatMap(([kind, targets]) => targets.map(() => kind.replace('_configs', ''))),
    ])
  );
}

test('every alert is relayed; critical ones go by e-mail, warnings to Slack', () => {
  expect(sendsTo(ALL)).toEqual({
    critical: ['email', 'webhook', 'webhook'],
    warning: ['slack', 'webhook', 'webhook'],
    relay: ['webhook', 'webhook'],
  });
});

test.each([
  ['nothing', RELAY, { critical: ['webhook'], warning: ['webhook'], relay: ['webhook'] }],
  [
    'e-mail',
    { ...RELAY, ...EMAIL },
    { critical: ['email', 'webhook'], warning: ['email', 'webhook'], relay: ['webhook'] },
  ],
  [
    'Slack',
    { ...RELAY, ...SLACK },
    { critical: ['slack', 'webhook'], warning: ['slack', 'webhook'], relay: ['webhook'] },
  ],
])('with %s configured, no receiver is half there', (_what, env, expected) => {
  expect(sendsTo(env)).toEqual(expected);
});

test.each([
  [{ ...RELAY, LLM_GATEWAY_URL: '' }, 'LLM_GATEWAY_URL is not set'],
  [{ ...RELAY, LLM_GATEWAY_ALERTS_TOKEN: '' }, 'LLM_GATEWAY_ALERTS_TOKEN_FILE'],
  [{ ...RELAY, SMTP_SMARTHOST: 'smtp' }, 'SMTP_SMARTHOST must be host:port'],
  [{ ...RELAY, SMTP_SMARTHOST: 'smtp:25' }, 'SMTP_FROM is not set'],
  [{ ...RELAY, ...EMAIL, ALERT_EMAIL_TO: '' }, 'ALERT_EMAIL_TO is not set'],
  [{ ...RELAY, ...EMAIL, SMTP_USERNAME: 'user' }, 'SMTP_PASSWORD'],
  [{ ...RELAY, SLACK_WEBHOOK_URL: 'hooks.slack.com/secret' }, 'SLACK_WEBHOOK_URL must begin with'],
])('%j is refused', (env, message) => {
  expect(() => readSettings(env, '/secrets')).toThrow(message);
  expect(() => readSettings(env, '/secrets')).not.toThrow(/hooks\.slack/);
});

test('secrets are in files of their own, given directly or in a file', () => {
  const file = join(directory, 'token');
  writeFileSync(file, 'from-a-file\n');
  const { texts } = readSettings({ ...ALL, LLM_GATEWAY_ALERTS_TOKEN: '', LLM_GATEWAY_ALERTS_TOKEN_FILE: file }, '/s');
  expect(texts).toEqual({
    'alerts-token': 'from-a-file',
    'smtp-password': 'smtp-secret',
    'slack-webhook-url': SLACK.SLACK_WEBHOOK_URL,
  });
  const config = stringify(configOf(ALL));
  expect(config).not.toMatch(/-secret/);
  expect(config).toContain('/secrets/slack-webhook-url');
});

describe('the script that npm start and compose run', () => {
  const script = join(__dirname, '../../../dist/generate/alertmanager/render.js');
  const render = (env: Record<string, string>, ...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });

  test('writes everything, for its owner only, and takes back what is no longer configured', () => {
    expect(render(ALL, '--out', directory).stdout).toBe('Alertmanager sends to: relay, e-mail, Slack, webhook\n');
    const secret = join(directory, 'secrets', 'slack-webhook-url');
    expect(readFileSync(secret, 'utf8')).toBe(SLACK.SLACK_WEBHOOK_URL);
    expect(statSync(secret).mode & 0o777).toBe(0o600);

    expect(render(RELAY, '--out', directory, '--mode', '444').status).toBe(0);
    expect(() => statSync(secret)).toThrow('ENOENT');
    expect(statSync(join(directory, 'alertmanager.yml')).mode & 0o777).toBe(0o444);
  });

  test('says what is missing', () => {
    const { status, stderr } = render({}, '--out', directory);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^LLM_GATEWAY_URL is not set: .*\n$/)]);
    expect(render(RELAY).stderr).toContain('Usage');
  });
});

describe('amtool (skipped where it is not on PATH)', () => {
  const write = (env: Record<string, string>): string => {
    const { settings } = readSettings(env, join(directory, 'secrets'));
    const [file] = alertmanagerFiles(directory, settings).map(({ path, text }) => {
      execFileSync('mkdir', ['-p', join(path, '..')]);
      writeFileSync(path, text);
      return path;
    });
    return file ?? '';
  };

  withAmtool.each([
    ['nothing', RELAY],
    ['e-mail', { ...RELAY, ...EMAIL }],
    ['e-mail with a login', { ...RELAY, ...EMAIL, ...LOGIN }],
    ['Slack', { ...RELAY, ...SLACK }],
    ['everything', ALL],
  ])('accepts the configuration with %s', (_what, env) => {
    expect(execFileSync('amtool', ['check-config', write(env)], { encoding: 'utf8' })).toContain('SUCCESS');
  });

  withAmtool.each([
    ['critical', 'critical'],
    ['warning', 'warning'],
    ['info', 'relay'],
    ['other', 'relay'],
  ])('%s is sent to the receiver %s', (severity, receiver) => {
    const args = ['config', 'routes', 'test', `--config.file=${write(ALL)}`, `severity=${severity}`];
    expect(execFileSync('amtool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()).toBe(
      receiver
    );
  });

  withAmtool.each([
    [TITLE, /^\[FIRING:1\] critical /],
    [TEXT, /^FIRING since .* UTC: /],
    [HTML, /<strong>FIRING<\/strong>/],
  ])('the message template %s says what is wrong', (template, expected) => {
    const file = join(directory, 'llm-gateway.tmpl');
    writeFileSync(file, ALERTMANAGER_TEMPLATES);
    const data = join(directory, 'data.json');
    const alert = {
      status: 'firing',
      labels: { alertname: 'LLMGatewayDown', severity: 'critical' },
      annotations: { summary: 'It is down', description: 'Really.', runbook_url: 'http://runbook' },
      startsAt: '2026-11-25T22:30:00Z',
    };
    writeFileSync(
      data,
      JSON.stringify({ status: 'firing', groupLabels: {}, commonLabels: alert.labels, alerts: [alert] })
    );
    const args = [
      'template',
      'render',
      `--template.glob=${file}`,
      `--template.data=${data}`,
      `--template.text={{ template "${template}" . }}`,
    ];
    expect(execFileSync('amtool', args, { encoding: 'utf8' })).toMatch(expected);
  });
});
