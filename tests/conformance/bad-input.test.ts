import { once } from 'node:events';
import { connect } from 'node:net';
import {
  type APIError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  RateLimitError,
} from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { openAiClient } from '../support/openAiClient.js';
import { RawUpstream } from '../support/rawUpstream.js';

const BODY_LIMIT = 65_536;
const MESSAGES = [{ role: 'user' as const, content: 'hello' }];
const GOOD = { model: 'good', messages: MESSAGES };

let upstream: RawUpstream;
let gateway: TestGateway;

beforeAll(async () => {
  upstream = await RawUpstream.start({
    limited: ({ response }) => {
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '17' });
      response.end('{"error":{"message":"Slow down.","type":"requests","code":"rate_limit_exceeded"}}');
    },
    refusing: ({ response }) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(
        '{"error":{"message":"temperature is too high","type":"invalid_request_error","param":"temperature"}}'
      );
    },
    failing: ({ response }) => void response.writeHead(500).end(),
  });
  gateway = await TestGateway.start(
    configuration(
      `
providers:
  - { name: demo, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000, output_tokens: 3 } }
  - { name: raw, type: openai-compatible, base_url: "${upstream.url}/v1" }
models:
  - { name: good, deployments: [{ provider: demo, model: good }] }
  - { name: limited, deployments: [{ provider: raw, model: limited }] }
  - { name: refusing, deployments: [{ provider: raw, model: refusing }] }
  - { name: failing, deployments: [{ provider: raw, model: failing }] }
`,
      `{ port: 0, body_limit_bytes: ${BODY_LIMIT} }`
    )
  );
});

afterAll(async () => {
  await gateway?.remove();
  await upstream?.stop();
});

/** Whatever was sent, the process goes on serving. */
afterEach(async () => {
  expect(gateway.running).toBe(true);
  expect((await gateway.chat(GOOD)).status).toBe(200);
});

/** Status and error of an answer that must have OpenAI's error shape. */
async function refusal(response: Response) {
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const body = (await response.json()) as { error: Record<'message' | 'type' | 'param' | 'code', string | null> };
  expect(Object.keys(body)).toEqual(['error']);
  expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'param', 'type']);
  expect(body.error.message).not.toBe('');
  expect(body.error.type).not.toBe('');
  return { status: response.status, ...body.error };
}

describe('a chat completion', () => {
  test.each([
    ['malformed JSON', '{"model": "good", "messages": [', 400, { code: 'invalid_json', type: 'invalid_request_error' }],
    ['nothing', '', 400, { type: 'invalid_request_error' }],
    ['a list', '[]', 400, { type: 'invalid_request_error' }],
    ['bytes that are no text', '\u0000\u0001', 400, { code: 'invalid_json' }],
    ['no model', { messages: MESSAGES }, 400, { param: 'model' }],
    ['no messages', { model: 'good' }, 400, { param: 'messages' }],
    ['messages of a wrong type', { model: 'good', messages: 'hi' }, 400, { param: 'messages' }],
    ['stream of a wrong type', { ...GOOD, stream: 'yes' }, 400, { param: 'stream' }],
    ['an unknown model', { ...GOOD, model: 'nope' }, 404, { param: 'model', code: 'model_not_found' }],
    ['a model called as a property of objects', { ...GOOD, model: '__proto__' }, 404, { code: 'model_not_found' }],
  ])('with %s is refused', async (_what, body, status, error) => {
    expect(await refusal(await gateway.chat(body))).toMatchObject({ status, ...error });
  });

  test('without any body is refused', async () => {
    const headers = { authorization: `Bearer ${CLIENT_KEY}` };
    const response = await fetch(`${gateway.url}/v1/chat/completions`, { method: 'POST', headers });
    expect(await refusal(response)).toMatchObject({ status: 400, type: 'invalid_request_error' });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-8'])(
    'sent as %s is taken for what it is',
    async (type) => {
      const headers = { authorization: `Bearer ${CLIENT_KEY}`, 'content-type': type };
      expect((await gateway.chat(GOOD, { headers })).status).toBe(200);
    }
  );

  test('with a content type that is none is refused', async () => {
    const headers = { authorization: `Bearer ${CLIENT_KEY}`, 'content-type': 'nonsense' };
    expect(await refusal(await gateway.chat(GOOD, { headers }))).toMatchObject({
      status: 415,
      type: 'invalid_request_error',
    });
  });

  test('without a key is refused before its body is read', async () => {
    const response = await gateway.chat('{"broken', { headers: {} });
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await refusal(response)).toMatchObject({
      status: 401,
      type: 'authentication_error',
      code: 'missing_api_key',
    });
  });

  test('with a wrong key is refused, without repeating it', async () => {
    const response = await gateway.chat(GOOD, { headers: { authorization: 'Bearer sk-mistyped' } });
    const error = await refusal(response);
    expect(error).toMatchObject({ status: 401, type: 'authentication_error', code: 'invalid_api_key' });
    expect(JSON.stringify(error)).not.toContain('sk-mistyped');
  });

  test('with another kind of token does not open it', async () => {
    for (const token of [gateway.adminToken, gateway.metricsToken]) {
      expect((await gateway.chat(GOOD, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    }
  });
});

describe('a body over the limit', () => {
  const tooLarge = JSON.stringify({ ...GOOD, messages: [{ role: 'user', content: 'x'.repeat(2 * BODY_LIMIT) }] });
  const error = { status: 413, type: 'invalid_request_error', code: 'request_too_large' };

  test('is refused when its length is told', async () => {
    const answer = await refusal(await gateway.chat(tooLarge));
    expect(answer).toMatchObject(error);
    expect(answer.message).toContain(String(BODY_LIMIT));
  });

  test('is refused when its length is not told', async () => {
    const stream = new Blob([tooLarge]).stream();
    expect(await refusal(await gateway.chat('', { body: stream, duplex: 'half' } as RequestInit))).toMatchObject(error);
  });

  test('is refused to the openai client as well, megabytes of it', async () => {
    const client = openAiClient(gateway);
    const messages = [{ role: 'user' as const, content: 'x'.repeat(8 * 1024 * 1024) }];
    await expect(client.chat.completions.create({ model: 'good', messages })).rejects.toMatchObject({ status: 413 });
  });

  test('is refused without a key as well', async () => {
    const large = 'x'.repeat(8 * 1024 * 1024);
    expect(await refusal(await gateway.chat(large, { headers: {} }))).toMatchObject({ status: 401 });
  });

  test('just within the limit is served', async () => {
    const frame = JSON.stringify({ ...GOOD, user: '' }).length;
    const user = 'x'.repeat(BODY_LIMIT - frame);
    expect((await gateway.chat({ ...GOOD, user })).status).toBe(200);
    expect((await gateway.chat({ ...GOOD, user: `${user}x` })).status).toBe(413);
  });
});

describe('a URL', () => {
  test.each([
    ['POST', '/v1/nothing'],
    ['GET', '/v1/chat/completions'],
    ['DELETE', '/v1/models'],
    ['GET', '/v1'],
    ['GET', '/'],
    ['GET', '/api/v1/nothing'],
    ['PUT', '/api/v1/usage'],
    ['GET', '/v1/../api/v1/usage/x'],
  ])('that is not served is named: %s %s', async (method, path) => {
    const headers = { authorization: `Bearer ${CLIENT_KEY}` };
    const error = await refusal(await fetch(`${gateway.url}${path}`, { method, headers }));
    expect(error).toMatchObject({ status: 404, type: 'not_found_error', code: 'unknown_url' });
    expect(error.message).toContain(method);
  });

  test('of /v1 that is not served says nothing without a key', async () => {
    expect(await refusal(await gateway.get('/v1/completions'))).toMatchObject({ status: 401 });
  });

  test('is not repeated with its query, which may hold a secret', async () => {
    expect(await (await gateway.get('/nothing?token=secret')).text()).not.toContain('secret');
  });

  test('that cannot be decoded is refused', async () => {
    expect((await refusal(await gateway.get('/%zz'))).status).toBe(400);
  });
});

describe('the admin API', () => {
  test.each([undefined, CLIENT_KEY, 'wrong'])('is closed to the token %j', async (token) => {
    for (const path of ['/api/v1/usage', '/api/v1/status']) {
      const response = await gateway.get(path, token);
      expect(await refusal(response)).toMatchObject({
        status: 401,
        type: 'authentication_error',
        code: 'invalid_token',
      });
    }
  });

  test.each([
    ['group_by', 'group_by=colour'],
    ['group_by', 'group_by=model&group_by=key'],
    ['from', 'from=yesterday'],
    ['from', 'from=2026-01-02&to=2026-01-01'],
    ['to', 'to=never'],
    ['bucket', 'bucket=often'],
    ['bucket', 'bucket=1s&from=2020-01-01&to=2021-01-01'],
  ])('names %s when it is wrong: %s', async (param, query) => {
    const error = await refusal(await gateway.get(`/api/v1/usage?${query}`, gateway.adminToken));
    expect(error).toMatchObject({ status: 400, type: 'invalid_request_error' });
    expect(error.message).toContain(param);
  });
});

test.each([undefined, CLIENT_KEY])('/metrics is closed to the token %j', async (token) => {
  expect(await refusal(await gateway.get('/metrics', token))).toMatchObject({ status: 401, code: 'invalid_token' });
});

test('bytes that are no HTTP are refused, and nobody else notices', async () => {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.end('\u0000\u0001 nonsense\r\n\r\n');
  const [first] = (await once(socket, 'data')) as [Buffer];
  expect(first.toString()).toMatch(/^HTTP\/1\.1 400 /);
});

test('what was refused is in the ledger: known keys only, unknown models under one name', async () => {
  const before = (await gateway.usage('?group_by=model')).groups.find(({ model }) => model === 'unknown');
  await gateway.chat('{');
  await gateway.chat({ ...GOOD, model: 'made-up-1' });
  await gateway.chat({ ...GOOD, model: 'made-up-2' });
  await gateway.chat({ ...GOOD, messages: 'x'.repeat(2 * BODY_LIMIT) });
  await gateway.chat(GOOD, { headers: {} });
  const { groups } = await gateway.usage('?group_by=model');
  const after = groups.find(({ model }) => model === 'unknown');
  expect(Number(after?.errors) - Number(before?.errors ?? 0)).toBe(4);
  expect(groups.map(({ model }) => model).sort()).toEqual(expect.not.arrayContaining(['made-up-1', 'made-up-2']));
  expect((await gateway.metrics()).sum('llm_gateway_auth_failures_total', { reason: 'missing_key' })).toBeGreaterThan(
    0
  );
});

describe('the openai client raises its own', () => {
  const clientWith = (apiKey: string) => openAiClient(gateway, apiKey);
  const ask = (model: string, stream: boolean) =>
    clientWith(CLIENT_KEY).chat.completions.create({ model, messages: MESSAGES, stream });

  describe.each([false, true])('with stream: %s', (stream) => {
    test.each([
      ['NotFoundError', 'nope', NotFoundError, { status: 404, code: 'model_not_found', param: 'model' }],
      [
        'RateLimitError',
        'limited',
        RateLimitError,
        { status: 429, code: 'rate_limit_exceeded', type: 'rate_limit_error' },
      ],
      [
        'BadRequestError',
        'refusing',
        BadRequestError,
        { status: 400, param: 'temperature', type: 'invalid_request_error' },
      ],
      ['InternalServerError', 'failing', InternalServerError, { status: 500, type: 'upstream_error' }],
    ])('%s', async (_name, model, type, properties) => {
      const error: unknown = await ask(model, stream).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject(properties);
      expect((error as InstanceType<typeof APIError>).requestID).toMatch(/^req_/);
    });
  });

  test('AuthenticationError', async () => {
    const asking = clientWith('wrong-client-key').chat.completions.create({ model: 'good', messages: MESSAGES });
    await expect(asking).rejects.toBeInstanceOf(AuthenticationError);
  });

  test('errors with the Retry-After of the provider', async () => {
    const error: unknown = await ask('limited', false).catch((thrown: unknown) => thrown);
    // Of the 17 s that the provider asked for, those are left that have not gone by.
    const seconds = Number((error as RateLimitError).headers?.get('retry-after'));
    expect(seconds).toBeGreaterThan(10);
    expect(seconds).toBeLessThanOrEqual(17);
    // In the provider's words, or, while its pause lasts, in ours.
    expect((error as RateLimitError).message).toMatch(/Slow down\.|asked for a pause/);
  });
});
