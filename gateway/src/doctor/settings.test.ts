import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readSettings } from './settings.js';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'llm-gateway-doctor-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const options = (more: object = {}) => ({ data, deep: false, timeoutMs: 1_000, ...more });

/** What `npm start` leaves. */
function stack(): void {
  const secrets = join(data, 'gateway', 'secrets');
  mkdirSync(secrets, { recursive: true });
  const files = { 'admin-token': 'admin', 'metrics-token': 'metrics', 'key-b': 'key-of-b', 'key-a': 'key-of-a' };
  Object.entries(files).forEach(([name, secret]) => writeFileSync(join(secrets, name), `${secret}\n`));
  writeFileSync(join(data, 'password'), 'of-grafana\n');
  writeFileSync(
    join(data, 'stack.json'),
    JSON.stringify({
      gateway: 'http://127.0.0.1:4001',
      prometheus: 'http://127.0.0.1:9090',
      grafana: 'http://127.0.0.1:3000',
      config: '/etc/llm-gateway.yaml',
      secrets,
      grafanaPasswordFile: join(data, 'password'),
    })
  );
}

test('all that npm start leaves is found', () => {
  stack();
  expect(readSettings(options(), {})).toEqual({
    gateway: { url: 'http://127.0.0.1:4001', authorization: 'Bearer admin' },
    hasToken: true,
    gatewayFrom: expect.stringContaining('stack.json'),
    metrics: { url: 'http://127.0.0.1:4001', authorization: 'Bearer metrics' },
    client: { url: 'http://127.0.0.1:4001', authorization: 'Bearer key-of-a' },
    hasKey: true,
    prometheus: { url: 'http://127.0.0.1:9090', authorization: undefined },
    alertmanager: undefined,
    grafana: {
      url: 'http://127.0.0.1:3000',
      authorization: `Basic ${Buffer.from('admin:of-grafana').toString('base64')}`,
    },
    config: { file: '/etc/llm-gateway.yaml', given: false },
    model: undefined,
    deep: false,
    timeoutMs: 1_000,
  });
});

test('options go before the environment, and that before what was left', () => {
  stack();
  const env = {
    LLM_GATEWAY_URL: 'http://env:1',
    PROMETHEUS_URL: 'http://env:2',
    LLM_GATEWAY_ADMIN_TOKEN: 'of-env',
    LLM_GATEWAY_KEY: 'key-of-env',
    GRAFANA_TOKEN: 'grafana-of-env',
  };
  expect(readSettings(options(), env)).toMatchObject({
    gateway: { url: 'http://env:1', authorization: 'Bearer of-env' },
    client: { authorization: 'Bearer key-of-env' },
    prometheus: { url: 'http://env:2' },
    grafana: { authorization: 'Bearer grafana-of-env' },
  });
  const given = options({ url: 'http://option:1/', prometheus: 'https://option:2/prom/', key: 'k', config: 'c.yaml' });
  expect(readSettings(given, env)).toMatchObject({
    gateway: { url: 'http://option:1' },
    client: { authorization: 'Bearer k' },
    prometheus: { url: 'https://option:2/prom' },
    config: { file: 'c.yaml', given: true },
  });
});

test('without anything, the usual address', () => {
  expect(readSettings(options(), {})).toMatchObject({
    gateway: { url: 'http://127.0.0.1:4000', authorization: undefined },
    hasToken: false,
    hasKey: false,
    prometheus: undefined,
    config: undefined,
  });
});

test('the viewer token where there is no other', () => {
  expect(readSettings(options(), { LLM_GATEWAY_VIEWER_TOKEN: 'viewer' }).gateway.authorization).toBe('Bearer viewer');
});

test('credentials of an address are sent and not shown', () => {
  const { prometheus } = readSettings(options({ prometheus: 'http://ann:p%40ss@prom:9090' }), {});
  expect(prometheus).toEqual({
    url: 'http://prom:9090',
    authorization: `Basic ${Buffer.from('ann:p@ss').toString('base64')}`,
  });
});

test.each([
  [{ url: 'localhost:4000' }, /^--url: it must begin with http/],
  [{ prometheus: 'nonsense' }, /^--prometheus: it is no URL/],
])('says which address is wrong: %j', (more, message) => {
  expect(() => readSettings(options(more), {})).toThrow(message);
});

test('says that what npm start left is broken', () => {
  writeFileSync(join(data, 'stack.json'), '{');
  expect(() => readSettings(options(), {})).toThrow(/stack\.json cannot be read/);
});
