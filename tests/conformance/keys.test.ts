import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI, { APIError, AuthenticationError, PermissionDeniedError } from 'openai';

import { TestGateway } from '../support/gateway.js';

const MESSAGES = [{ role: 'user' as const, content: 'Hello' }];

jest.setTimeout(30_000);

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start(`
server: { port: 0, trusted_proxies: [127.0.0.1] }
ledger: { flush_ms: 10 }
providers:
  - { name: demo, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000 } }
models:
  - { name: small, deployments: [{ provider: demo, model: small }] }
  - { name: small-new, deployments: [{ provider: demo, model: small-new }] }
  - { name: large, deployments: [{ provider: demo, model: large }] }
keys:
  - { name: plain, key: secret-plain, team: tests }
  - { name: expired, key: secret-expired, expires_at: "2026-01-01T00:00:00Z" }
  - { name: leaving, key: secret-leaving }
  - { name: office, key: secret-office, addresses: [10.0.0.0/8] }
  - { name: here, key: secret-here, addresses: ["127.0.0.1", "::1"] }
  - { name: narrow, key: secret-narrow, team: careful, models: ["small*"] }
  - { name: barred, key: secret-barred, team: barred }
  - { name: ada, key: secret-ada, user: ada, tags: { feature: search, environment: lab } }
teams:
  - { name: careful, models: [small, large] }
  - { name: barred, blocked: true }
users:
  - { name: ada, team: research }
  - { name: eve, blocked: true }
`);
});

afterAll(() => gateway?.remove());

function client(secret: string, headers: Record<string, string | null> = {}): OpenAI {
  return new OpenAI({ apiKey: secret, baseURL: `${gateway.url}/v1`, maxRetries: 0, defaultHeaders: headers });
}

const ask = (from: OpenAI, model = 'small', more: { user?: string } = {}) =>
  from.chat.completions.create({ model, messages: MESSAGES, max_tokens: 5, ...more });

/** The error that a client raises. */
const refusal = async (from: OpenAI, model?: string, more?: { user?: string }): Promise<APIError> => {
  const thrown: unknown = await ask(from, model, more).then(
    () => 'an answer',
    (error: unknown) => error
  );
  expect(thrown).toBeInstanceOf(APIError);
  return thrown as APIError;
};

test('a key is taken from Authorization, or as Anthropic’s and Azure’s clients send it', async () => {
  const other = { authorization: null };
  for (const from of [
    client('secret-plain'),
    client('unused', { ...other, 'x-api-key': 'secret-plain' }),
    client('unused', { ...other, 'api-key': 'secret-plain' }),
  ]) {
    expect((await ask(from)).choices[0]?.message.content).not.toBe('');
  }
});

test('an expired key is told since when', async () => {
  const error = await refusal(client('secret-expired'));
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ status: 401, code: 'api_key_expired', type: 'authentication_error' });
  expect(error.message).toContain('2026-01-01T00:00:00.000Z');
});

test('a key that is taken out of the file is refused after the reload, and others are not', async () => {
  const leaving = client('secret-leaving');
  await ask(leaving);
  const file = join(gateway.directory, 'gateway.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*secret-leaving.*\n/m, ''));
  const authorization = `Bearer ${gateway.adminToken}`;
  await fetch(`${gateway.url}/api/v1/config/reload`, { method: 'POST', headers: { authorization } });
  expect(await refusal(leaving)).toMatchObject({ status: 401, code: 'invalid_api_key' });
  await ask(client('secret-plain'));
});

test.each([
  ['secret-office', undefined, false],
  ['secret-office', '10.1.2.3', true],
  ['secret-office', '192.168.0.1', false],
  ['secret-here', undefined, true],
  ['secret-here', '10.1.2.3', false],
])('%s, forwarded for %s, is let in: %s', async (secret, address, letIn) => {
  const from = client(secret, address === undefined ? {} : { 'x-forwarded-for': address });
  if (letIn) {
    await ask(from);
    return;
  }
  const error = await refusal(from);
  expect(error).toBeInstanceOf(PermissionDeniedError);
  expect(error).toMatchObject({ status: 403, code: 'address_not_allowed', type: 'permission_error' });
  expect(error.message).toContain(address ?? '127.0.0.1');
});

describe('a key that is kept to models, with a team that is kept to others', () => {
  const narrow = () => client('secret-narrow');

  test('may use what both allow, and is shown no more', async () => {
    await ask(narrow(), 'small');
    expect((await narrow().models.list()).data.map(({ id }) => id)).toEqual(['small']);
    expect((await client('secret-plain').models.list()).data).toHaveLength(3);
  });

  test.each(['large', 'small-new'])('may not use %s', async (model) => {
    const error = await refusal(narrow(), model);
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect(error).toMatchObject({ status: 403, code: 'model_not_allowed', type: 'permission_error', param: 'model' });
    expect(error.message).toContain('The key "narrow" may use: small*. The team "careful" may use: small, large.');
  });

  test('is in the ledger with what it was refused', async () => {
    await refusal(narrow(), 'large');
    const row = (await gateway.rows('large')).at(-1);
    expect(row).toMatchObject({ key: 'narrow', team: 'careful', code: 403, error_type: 'permission_error' });
  });
});

test('a blocked team, and a blocked user whom only the body names, are refused', async () => {
  expect(await refusal(client('secret-barred'))).toMatchObject({ status: 403, code: 'blocked' });
  expect(await refusal(client('secret-plain'), 'small', { user: 'eve' })).toMatchObject({
    status: 403,
    code: 'blocked',
  });
  await ask(client('secret-plain'), 'small', { user: 'bob' });
});

test('a key with a user pays for nobody else, whatever the body says', async () => {
  await ask(client('secret-ada'), 'large', { user: 'eve' });
  const row = (await gateway.rows('large')).at(-1);
  expect(row).toMatchObject({ key: 'ada', user: 'ada', team: 'research', feature: 'search', environment: 'lab' });
});

test('who was not let in is counted by the reason', async () => {
  const count = async (reason: string) => (await gateway.metrics()).sum('llm_gateway_auth_failures_total', { reason });
  const causes: ReadonlyArray<readonly [reason: string, secret: string]> = [
    ['invalid_key', 'secret-unknown'],
    ['expired_key', 'secret-expired'],
    ['address', 'secret-office'],
    ['blocked', 'secret-barred'],
  ];
  for (const [reason, secret] of causes) {
    const before = await count(reason);
    await refusal(client(secret));
    expect([reason, await count(reason)]).toEqual([reason, before + 1]);
  }
});
