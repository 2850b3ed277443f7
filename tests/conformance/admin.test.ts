import OpenAI, { type APIError } from 'openai';

import { adminClient } from '../support/adminClient.js';
import { TestGateway, configuration } from '../support/gateway.js';
import { KeyedUpstream } from '../support/keyedUpstream.js';
import { TestPostgres, withPostgres } from '../support/postgres.js';
import { TestRedis, withRedis } from '../support/redis.js';

const CONFIGURATION = configuration(`
auth: { refresh_ms: 50 }
providers:
  - { name: demo, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000 } }
models:
  - { name: small, deployments: [{ provider: demo, model: small }] }
  - { name: large, deployments: [{ provider: demo, model: large }] }
`);

jest.setTimeout(180_000);

let gateway: TestGateway;
let upstream: KeyedUpstream;
let admin: ReturnType<typeof adminClient>;

beforeAll(async () => {
  upstream = await KeyedUpstream.start('sk-first');
  gateway = await TestGateway.start(CONFIGURATION);
  admin = adminClient(gateway);
});
afterAll(async () => {
  await gateway?.remove();
  upstream?.stop();
});

const messages = [{ role: 'user' as const, content: 'Hello' }];

/** 200, or the status that the real client is refused with. */
async function ask(secret: unknown, model = 'small', { url } = gateway): Promise<number> {
  const client = new OpenAI({ apiKey: String(secret), baseURL: `${url}/v1`, maxRetries: 0 });
  try {
    await client.chat.completions.create({ model, messages, max_tokens: 5 });
    return 200;
  } catch (error) {
    const { status } = error as APIError;
    // No status is no answer: the gateway is gone.
    if (status === undefined) {
      throw error;
    }
    return status;
  }
}

/** Asks again until the answer is that; a test's timeout ends it. */
async function until(expected: unknown, question: () => Promise<unknown>): Promise<void> {
  while ((await question()) !== expected) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a key works as soon as it is created, through its rotation, and no more once it is revoked', async () => {
  const created = await admin('POST', '/keys', { name: 'team a/ci', team: 'core' });
  expect(created.status).toBe(400);
  const { body } = await admin('POST', '/keys', { name: 'core/ci', team: 'core' });
  const first = body['key'];
  expect(await ask(first)).toBe(200);

  const second = (await admin('POST', '/keys/core/ci/rotate', { grace_seconds: 600 })).body['key'];
  expect(await Promise.all([ask(first), ask(second)])).toEqual([200, 200]);

  const third = (await admin('POST', '/keys/core%2Fci/rotate')).body['key'];
  expect(await Promise.all([ask(first), ask(second), ask(third)])).toEqual([401, 401, 200]);

  expect((await admin('POST', '/keys/core/ci/revoke')).status).toBe(200);
  expect(await ask(third)).toBe(401);
  expect((await admin('DELETE', '/keys/core/ci')).status).toBe(204);
  const usage = await gateway.usage('?group_by=key&team=core');
  expect(usage.groups).toMatchObject([{ key: 'core/ci', requests: 4 }]);
});

test('what a key may use goes by its team, at once', async () => {
  await admin('POST', '/teams', { name: 'careful', models: ['small'] });
  const { key } = (await admin('POST', '/keys', { name: 'careful', team: 'careful' })).body;
  expect(await Promise.all([ask(key, 'small'), ask(key, 'large')])).toEqual([200, 403]);
  await admin('PATCH', '/teams/careful', { models: null });
  expect(await ask(key, 'large')).toBe(200);
  await admin('PATCH', '/teams/careful', { blocked: true });
  expect(await ask(key, 'small')).toBe(403);
  await admin('DELETE', '/teams/careful');
  expect(await ask(key, 'small')).toBe(200);
});

test('a provider and its model are created, used, and given another secret, with no request lost', async () => {
  const provider = { name: 'own', type: 'openai-compatible', base_url: upstream.url, api_key: 'sk-first' };
  expect((await admin('POST', '/providers/own/test', provider)).body).toMatchObject({ ok: true });
  expect((await admin('POST', '/providers', provider)).status).toBe(201);
  const model = { name: 'own/model', deployments: [{ provider: 'own', model: 'upstream-model' }] };
  expect((await admin('POST', '/models', model)).status).toBe(201);
  expect(await ask('test-client-key', 'own/model')).toBe(200);
  expect(upstream.calls.at(-1)).toEqual({ secret: 'sk-first', model: 'upstream-model' });
  expect((await admin('DELETE', '/providers/own')).status).toBe(409);

  let answer = (): void => undefined;
  upstream.gate = new Promise((resolve) => (answer = resolve));
  const calls = upstream.calls.length;
  const underWay = ask('test-client-key', 'own/model');
  await until(calls + 1, async () => upstream.calls.length);
  expect((await admin('PATCH', '/providers/own', { api_key: 'sk-second' })).status).toBe(200);
  answer();
  expect(await underWay).toBe(200);

  upstream.secret = 'sk-second';
  expect(await ask('test-client-key', 'own/model')).toBe(200);
  expect(upstream.calls.at(-1)?.secret).toBe('sk-second');
  expect(gateway.output).not.toMatch(/sk-(first|second)/);
});

test('a disabled provider is routed around, then missed by name, and back once it is enabled', async () => {
  upstream.secret = 'sk-third';
  const provider = { name: 'spare', type: 'openai-compatible', base_url: upstream.url, api_key: 'sk-third' };
  await admin('POST', '/providers', provider);
  const spare = { provider: 'spare', model: 'upstream-model' };
  const demo = { provider: 'demo', model: 'small', enabled: false };
  await admin('POST', '/models', { name: 'spared', deployments: [spare, demo] });
  const answeredBy = async (): Promise<string | null> => {
    const answer = await gateway.chat({ model: 'spared', messages, max_tokens: 5 });
    return answer.headers.get('x-llm-gateway-provider');
  };
  const healthOf = async (): Promise<readonly unknown[]> => {
    const { all } = await gateway.metrics();
    return all.filter(
      ({ name, labels }) =>
        /^llm_gateway_(provider_health|deployment_health|circuit_breaker_state)$/.test(name) &&
        labels['provider'] === 'spare'
    );
  };
  expect(await answeredBy()).toBe('spare');
  upstream.secret = 'sk-other';
  await answeredBy();
  expect(await healthOf()).toHaveLength(3);

  const { revision } = (await admin('GET', '/providers/spare')).body;
  expect((await admin('PATCH', `/providers/spare?revision=${String(revision)}`, { enabled: false })).status).toBe(200);
  expect((await admin('PATCH', `/providers/spare?revision=${String(revision)}`, { enabled: true })).status).toBe(412);
  // A gauge that stayed where it was would go on alerting.
  expect(await healthOf()).toEqual([]);
  expect((await admin('GET', '/status')).body).toMatchObject({ disabled_providers: ['spare'] });
  const refused = await gateway.chat({ model: 'spared', messages });
  expect([refused.status, await refused.json()]).toMatchObject([
    503,
    { error: { code: 'model_disabled', message: expect.stringContaining('"spared" is disabled') } },
  ]);

  await admin('PATCH', '/models/spared', { deployments: [spare, { ...demo, enabled: true }] });
  expect(await answeredBy()).toBe('demo');

  upstream.secret = 'sk-third';
  await admin('PATCH', '/providers/spare', { enabled: true });
  await admin('PATCH', '/models/spared', { deployments: [spare, demo] });
  expect(await answeredBy()).toBe('spare');
});

test('a limit that was made here says where it stands', async () => {
  const { key } = (await admin('POST', '/keys', { name: 'limited' })).body;
  const limit = { name: 'limited', key: 'limited', requests_per_minute: 2, parallel_requests: 3 };
  await admin('POST', '/limits', limit);
  expect([await ask(key), await ask(key), await ask(key)]).toEqual([200, 200, 429]);
  const { standings } = (await admin('GET', '/limits/limited')).body;
  const subject = { kind: 'key', value: 'limited' };
  expect(standings).toEqual([
    { subject, unit: 'requests', limit: 2, used: 2, remaining: 0, resets_at: expect.any(String) },
    { subject, unit: 'parallel', limit: 3, used: 0, remaining: 3 },
  ]);
});

test('a restart keeps everything, and the file alone decides what is the file’s', async () => {
  const kept = await TestGateway.start(CONFIGURATION);
  const before = adminClient(kept);
  const { key } = (await before('POST', '/keys', { name: 'ci', models: ['own'] })).body;
  upstream.secret = 'sk-kept';
  await before('POST', '/providers', {
    name: 'own',
    type: 'openai-compatible',
    base_url: upstream.url,
    api_key: 'sk-kept',
  });
  await before('POST', '/models', { name: 'own', deployments: [{ provider: 'own', model: 'upstream-model' }] });
  const lists = ['/keys', '/providers', '/models', '/audit'];
  const told = await Promise.all(lists.map(async (path) => (await before('GET', path)).body));
  expect(await kept.stop()).toBe(0);

  const again = await TestGateway.start(CONFIGURATION, { directory: kept.directory });
  const after = adminClient(again);
  expect(await Promise.all(lists.map(async (path) => (await after('GET', path)).body))).toEqual(told);
  expect(await Promise.all([ask(key, 'own', again), ask(key, 'small', again)])).toEqual([200, 403]);
  expect(await again.stop()).toBe(0);

  // Another master key: what it sealed is out of force, and the rest works.
  const env = { LLM_GATEWAY_MASTER_KEY: 'not the one of before' };
  const other = await TestGateway.start(CONFIGURATION, { directory: kept.directory, env });
  const { body } = await adminClient(other)('GET', '/providers/own');
  expect(body).toMatchObject({ has_api_key: true, problem: expect.stringContaining('LLM_GATEWAY_MASTER_KEY') });
  expect(await Promise.all([ask(key, 'own', other), ask('test-client-key', 'small', other)])).toEqual([404, 200]);
  await other.remove();
});

test('the viewer reads what the admin does, and changes nothing', async () => {
  const viewer = adminClient(gateway, gateway.secret('viewer-token'));
  for (const path of ['/keys', '/providers', '/config', '/audit', '/deployments', '/usage', '/status']) {
    expect([path, (await viewer('GET', path)).status]).toEqual([path, 200]);
  }
  for (const [method, path] of [
    ['POST', '/keys'],
    ['DELETE', '/models/own/model'],
    ['POST', '/config/reload'],
    ['PATCH', '/simulator/demo'],
  ] as const) {
    expect([path, (await viewer(method, path, {})).status]).toEqual([path, 403]);
  }
});

test('a budget that was made here is kept, and says where it stands', async () => {
  const { key } = (await admin('POST', '/keys', { name: 'spender' })).body;
  await admin('POST', '/budgets', { name: 'spender', key: 'spender', limit_tokens: 2_000, period: 'monthly' });
  expect(await ask(key)).toBe(200);
  await until(true, async () => {
    const { standings } = (await admin('GET', '/budgets/spender')).body;
    const [standing] = (standings ?? []) as Array<{ used: number; remaining: number }>;
    return standing !== undefined && standing.used > 0 && standing.used + standing.remaining === 2_000;
  });
  await admin('PATCH', '/budgets/spender', { limit_tokens: 1 });
  expect(await ask(key)).toBe(402);
  await admin('DELETE', '/budgets/spender');
  expect(await ask(key)).toBe(200);
});

withRedis('of replicas on one Redis, each tells what all of them have counted', async () => {
  const redis = await TestRedis.start();
  const config = `${CONFIGURATION}limits: [{ name: all, key: test, requests_per_minute: 10 }]\n`;
  const replicas = await Promise.all([1, 2].map(() => TestGateway.start(config, { env: { REDIS_URL: redis.url } })));
  const alone = await TestGateway.start(config);
  try {
    for (const replica of [...replicas, ...replicas, alone]) {
      expect(await ask('test-client-key', 'small', replica)).toBe(200);
    }
    const told = await Promise.all(
      [...replicas, alone].map(async (replica) => (await adminClient(replica)('GET', '/limits/all')).body['standings'])
    );
    expect(told).toMatchObject([[{ used: 4 }], [{ used: 4 }], [{ used: 1 }]]);
  } finally {
    await Promise.all([...replicas, alone].map((each) => each.remove()));
    await redis.kill();
  }
});

withPostgres('replicas on one database know of each other’s changes, and live through its absence', async () => {
  const postgres = await TestPostgres.start();
  const env = { DATABASE_URL: await postgres.createDatabase(), LLM_GATEWAY_MASTER_KEY: 'the master key of both' };
  const [a, b] = await Promise.all([
    TestGateway.start(CONFIGURATION, { env }),
    TestGateway.start(CONFIGURATION, { env }),
  ]);
  const [onA, onB] = [adminClient(a), adminClient(b)];
  try {
    const { key } = (await onA('POST', '/keys', { name: 'ci' })).body;
    await until(200, () => ask(key, 'small', b));
    upstream.secret = 'sk-of-both';
    const provider = { name: 'own', type: 'openai-compatible', base_url: upstream.url, api_key: 'sk-of-both' };
    await onA('POST', '/providers', provider);
    // The other replica looks before it judges.
    const model = { name: 'own', deployments: [{ provider: 'own', model: 'upstream-model' }] };
    expect((await onB('POST', '/models', model)).status).toBe(201);
    expect(await ask(key, 'own', b)).toBe(200);
    await until(200, () => ask(key, 'own', a));

    await postgres.stop();
    // What is not known here may still be there: that is no reason to call it wrong.
    await until(503, () => ask('sk-llmgw-unknown', 'small', a));
    expect(await Promise.all([ask(key, 'own', a), ask('test-client-key', 'small', a)])).toEqual([200, 200]);
    expect((await onA('POST', '/teams', { name: 'new' })).status).toBe(503);
    expect((await onA('GET', '/keys')).body).toMatchObject({ partial: true, total: 2 });

    await postgres.restart();
    await until(401, () => ask('sk-llmgw-unknown', 'small', a));
    expect((await onB('POST', '/keys/ci/revoke')).status).toBe(200);
    expect(await ask(key, 'small', b)).toBe(401);
    await until(401, () => ask(key, 'small', a));
  } finally {
    await Promise.all([a.remove(), b.remove()]);
    await postgres.remove();
  }
});
