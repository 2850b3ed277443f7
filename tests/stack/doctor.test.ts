import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { TestAlertmanager, hasAlertmanager } from '../support/alertmanager.js';
import { type Diagnosis, askDoctor, runDoctor } from '../support/doctor.js';
import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { TestPostgres, withPostgres } from '../support/postgres.js';
import { TestPrometheus, hasPrometheus } from '../support/prometheus.js';
import { TestRedis, hasRedis } from '../support/redis.js';
import { until } from '../support/until.js';

jest.setTimeout(180_000);

const CONFIG = configuration(`
providers:
  - { name: one, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000 } }
  - { name: two, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000 } }
models:
  - { name: large, deployments: [{ provider: one, model: large }] }
  - { name: small, deployments: [{ provider: two, model: small }] }
governance: { redis_timeout_ms: 500 }
`);

let postgres: TestPostgres | undefined;
let redis: TestRedis | undefined;
let gateway: TestGateway;
let prometheus: TestPrometheus;
let alertmanager: TestAlertmanager;
let directory: string;
let started = false;

const missing = [
  ...(hasPrometheus() ? [] : ['Prometheus']),
  ...(hasAlertmanager ? [] : ['Alertmanager']),
  ...(hasRedis ? [] : ['Redis']),
];
/** Needs PostgreSQL too. */
function withStack(name: string, run: () => Promise<void>): void {
  if (missing.length > 0) {
    test.skip(`${name} (${missing.join(', ')}: not installed)`, run);
  } else {
    withPostgres(name, run);
  }
}

/** A healthy stack, kept from one test to the next: each puts back what it stops. */
async function start(): Promise<void> {
  if (started) {
    return;
  }
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-doctor-'));
  [postgres, redis] = await Promise.all([TestPostgres.start(), TestRedis.start()]);
  const env = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url };
  gateway = await TestGateway.start(CONFIG, { env });
  [prometheus, alertmanager] = await Promise.all([
    TestPrometheus.start(gateway, { usage: true }),
    TestAlertmanager.start({ route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] }),
  ]);
  started = true;
}
afterAll(async () => {
  if (started) {
    await Promise.all([alertmanager.remove(), prometheus.remove(), gateway.remove(), redis?.kill()]);
    await postgres?.remove();
    rmSync(directory, { recursive: true, force: true });
  }
});

/** Options as of somebody who knows where everything is. */
function options(): string[] {
  const data = join(gateway.directory, 'data');
  return [
    ...['--url', gateway.url, '--data', data, '--config', join(gateway.directory, 'gateway.yaml'), '--key', CLIENT_KEY],
    ...['--prometheus', prometheus.url, '--alertmanager', alertmanager.url, '--timeout', '3'],
  ];
}
const ask = (...more: string[]): Promise<Diagnosis> => askDoctor([...options(), ...more]);

/** Until a doctor finds nothing: parts that were stopped take a moment to be known to be back. */
async function healthy(): Promise<void> {
  let last: Diagnosis | undefined;
  await until(async () => {
    last = await ask();
    return last.exitCode === 0;
  }, 60_000).catch(() => {
    throw new Error(`it did not become healthy:\n${last?.summary.join('\n')}`);
  });
}

/** Asks until these parts, and no others, have failed. */
async function failing(
  parts: readonly string[],
  { more = [], env = {} }: { readonly more?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {}
): Promise<Diagnosis> {
  let last: Diagnosis | undefined;
  await until(async () => {
    last = await askDoctor([...options(), ...more], env);
    return last.parts('failed').join() === parts.join() && last.parts('warning').length === 0;
  }, 40_000).catch(() => {
    throw new Error(`not only ${parts.join()} failed:\n${last?.summary.join('\n')}`);
  });
  const found = last as Diagnosis;
  expect(found.exitCode).toBe(2);
  for (const { status, advice } of found.findings) {
    expect(status !== 'failed' || (advice !== undefined && advice.length > 20)).toBe(true);
  }
  return found;
}

test('what is disabled on purpose is told, and nothing to mend', async () => {
  const partly = await TestGateway.start(CONFIG.replace('name: one,', 'name: one, enabled: false,'));
  try {
    const data = join(partly.directory, 'data');
    const found = await askDoctor(['--url', partly.url, '--data', data, '--key', CLIENT_KEY, '--deep']);
    expect(found.summary).toEqual(
      expect.arrayContaining([
        'ok models: 2 models, 1 of 1 deployment ready; disabled: large',
        expect.stringMatching(/^ok providers: .* of 1 answered their last call.*, 1 disabled$/),
        expect.stringMatching(/^ok providers: two answered for small/),
        expect.stringMatching(/^ok inference: small answered/),
      ])
    );
    expect([found.exitCode, found.parts('failed'), found.parts('warning')]).toEqual([0, [], []]);
  } finally {
    await partly.remove();
  }
});

withStack('all is well where all is well', async () => {
  await start();
  await healthy();
  const found = await ask('--deep');
  expect(found.summary.filter((line) => !line.startsWith('ok'))).toEqual([
    expect.stringContaining('skipped grafana: not asked'),
  ]);
  expect(found.exitCode).toBe(0);
  expect(found.parts('ok')).toEqual([
    ...['gateway', 'health', 'configuration', 'models', 'providers', 'database', 'redis', 'ledger', 'resources'],
    ...['inference', 'prometheus', 'alertmanager', 'alerts'],
  ]);
  expect(found.of('database')[0]?.message).toMatch(/^PostgreSQL answers in [\d.]+ ms$/);
  expect(found.of('prometheus')[0]?.message).toContain('scrapes 2 targets, all up');
  expect(found.of('resources')[0]?.message).toMatch(/^CPU \d+ % of a core, memory [\d.]+ MB, network .*\/s in/);
  expect(found.of('providers').map(({ message }) => message)).toEqual([
    expect.stringContaining(' of 2 answered their last call'),
    expect.stringMatching(/^one answered for large in \d+ ms$/),
    expect.stringMatching(/^two answered for small in \d+ ms$/),
  ]);

  const shown = await runDoctor([...options(), '--deep']);
  for (const secret of [
    ...['admin-token', 'viewer-token', 'metrics-token', 'alerts-token', 'master-key'].map((name) =>
      gateway.secret(name)
    ),
    CLIENT_KEY,
  ]) {
    expect(found.output + shown.stdout + shown.stderr).not.toContain(secret);
  }
});

withStack('Redis stopped', async () => {
  await start();
  await redis?.kill();
  await failing(['redis']);
  await redis?.restart();
  await healthy();
});

withStack('PostgreSQL stopped', async () => {
  await start();
  await postgres?.stop();
  const found = await failing(['database']);
  expect(found.of('database')[0]?.message).toMatch(/^PostgreSQL does not answer the gateway: /);
  expect(found.of('inference')[0]).toMatchObject({ status: 'ok' });
  // Totals are kept for ten seconds; after that they are not to be had, and Prometheus is not to blame.
  await until(async () => (await ask()).parts('skipped').includes('prometheus'), 40_000);
  const later = await failing(['database']);
  expect(later.of('prometheus').map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/llm-gateway-usage is down: .*503.*\(follows from the database\)/)
  );
  await postgres?.restart();
  await healthy();
});

withStack('Prometheus stopped', async () => {
  await start();
  await prometheus.remove();
  const found = await failing(['prometheus']);
  expect(found.of('prometheus')[0]?.message).toContain('nothing listens there');
  prometheus = await TestPrometheus.start(gateway, { usage: true });
  await healthy();
});

withStack('a token of Prometheus that is refused', async () => {
  await start();
  const file = gateway.secretFile('metrics-token');
  const token = gateway.metricsToken;
  writeFileSync(file, 'wrong');
  const found = await failing(['prometheus'], { env: { LLM_GATEWAY_METRICS_TOKEN: token } });
  writeFileSync(file, token);
  // Which of the gateway's two jobs Prometheus tries first is its own choice.
  expect(found.of('prometheus')).toContainEqual(
    expect.objectContaining({
      message: expect.stringMatching(/the target .* of llm-gateway(-usage)? is down: .*401/),
      advice: expect.stringContaining('metrics token'),
    })
  );
  await healthy();
});

withStack('Alertmanager stopped, and then with an alert that fires', async () => {
  await start();
  await alertmanager.remove();
  await failing(['alertmanager']);
  alertmanager = await TestAlertmanager.start({ route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] });
  await healthy();

  const labels = { alertname: 'ProviderDown', severity: 'warning' };
  await alertmanager.post([{ labels }]);
  await until(async () => (await ask()).exitCode === 1, 20_000);
  expect((await ask()).of('alerts')[0]).toMatchObject({
    status: 'warning',
    message: '1 alert in Alertmanager: ProviderDown (warning)',
  });
  await alertmanager.post([{ labels: { ...labels, severity: 'critical' } }]);
  await failing(['alerts']);
  await alertmanager.post(
    ['warning', 'critical'].map((severity) => ({
      labels: { ...labels, severity },
      endsAt: new Date(Date.now() - 1_000).toISOString(),
    }))
  );
  await healthy();
});

withStack('a provider that fails', async () => {
  await start();
  const behave = async (init: RequestInit): Promise<void> => {
    const headers = { authorization: `Bearer ${gateway.adminToken}`, 'content-type': 'application/json' };
    await fetch(`${gateway.url}/api/v1/simulator/two`, { ...init, headers });
  };
  await behave({ method: 'PATCH', body: JSON.stringify({ behaviour: { error_rate: 1, error_status: 500 } }) });
  const found = await ask('--deep', '--model', 'large');
  expect(found.exitCode).toBe(2);
  expect(found.of('inference')[0]).toMatchObject({ status: 'ok' });
  expect(found.of('providers').map(({ status, message }) => `${status} ${message}`)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^ok one answered for large/),
      expect.stringMatching(/^failed two does not answer for small: /),
    ])
  );
  expect((await ask('--model', 'small')).of('inference')[0]).toMatchObject({
    status: 'failed',
    message: expect.stringMatching(/^small does not answer: /),
  });
  await fetch(`${gateway.url}/api/v1/simulator/two`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${gateway.adminToken}` },
  });
  // Its breaker may have opened; and what its last call came to is known only from the next.
  await until(async () => (await ask('--model', 'small')).exitCode === 0, 90_000);
});

withStack('a configuration that is not valid, a key and a token that are not known', async () => {
  await start();
  const file = join(directory, 'broken.yaml');
  writeFileSync(file, CONFIG.replace('port: 0', 'port: many'));
  const found = await failing(['configuration'], { more: ['--config', file] });
  expect(found.of('configuration')[0]?.message).toContain('broken.yaml:1: server.port');
  expect((await failing(['inference'], { more: ['--key', 'unknown-key'] })).of('inference')[0]?.message).toContain(
    'refused'
  );

  const unknown = await askDoctor(options(), { LLM_GATEWAY_ADMIN_TOKEN: 'wrong' });
  expect([unknown.exitCode, unknown.parts('failed')]).toEqual([2, ['gateway']]);
  expect(unknown.of('gateway')[0]?.message).toContain('refuses the admin token');
});

withStack('the gateway stopped', async () => {
  await start();
  const args = options();
  gateway.signal('SIGKILL');
  await gateway.ended();
  let found = await askDoctor(args);
  await until(async () => {
    found = await askDoctor(args);
    return found.parts('failed').join() === 'gateway';
  }, 20_000);
  expect(found.exitCode).toBe(2);
  expect(found.of('gateway')[0]?.message).toContain('nothing listens there');
  // What was asked of others stands; what needs it was not asked.
  expect(found.parts('ok')).toEqual(['configuration', 'alertmanager', 'alerts']);
  expect(found.parts('warning')).toEqual([]);
  expect(found.of('prometheus').every(({ message }) => message.includes('follows from the gateway'))).toBe(true);
  expect(found.of('inference')).toMatchObject([{ status: 'skipped', message: 'needs the gateway' }]);
});
