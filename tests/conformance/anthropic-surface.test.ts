import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { RawUpstream, event, startEvents } from '../support/rawUpstream.js';

const QUICK = 'simulator: { latency_ms: 0, tokens_per_second: 1000000, output_tokens: 4 }';
const ASKED = { max_tokens: 20, messages: [{ role: 'user', content: 'Hello' }] };

/** With white space and fields that only passing on keeps. */
const CLAUDE_MESSAGE =
  '{"type": "message",  "content": [{"type":"text","text":"Hi"}], "future": 1, "usage": {"input_tokens": 10, "cache_read_input_tokens": 5, "output_tokens": 3}}';
const typed = (type: string, more: object): string => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;
const CLAUDE_STREAM = [
  typed('message_start', { message: { usage: { input_tokens: 10, cache_read_input_tokens: 5, output_tokens: 1 } } }),
  typed('content_block_delta', { index: 0, delta: { type: 'text_delta', text: 'Hello there' } }),
  typed('message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } }),
  typed('message_stop', {}),
].join('');

let upstream: RawUpstream;
let gateway: TestGateway;

beforeAll(async () => {
  upstream = await RawUpstream.start({
    'breaks-off': ({ response, socket }) => {
      startEvents(response);
      response.write(event({ id: 'c', choices: [{ index: 0, delta: { content: 'Hel' } }] }), () => {
        setTimeout(() => socket.resetAndDestroy(), 20);
      });
    },
    claude: ({ request, response, body }) => {
      if (request.url === '/v1/messages/count_tokens') {
        response.end('{"input_tokens":1234}');
      } else if (body['stream'] === true) {
        startEvents(response);
        response.end(CLAUDE_STREAM);
      } else {
        response.end(CLAUDE_MESSAGE);
      }
    },
    'claude-stops': ({ response }) => {
      startEvents(response);
      response.end(CLAUDE_STREAM.slice(0, CLAUDE_STREAM.indexOf('event: message_delta')));
    },
    limited: ({ response }) => {
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '60' });
      response.end('{"error":{"message":"Slow down.","code":"rate_limit_exceeded"}}');
    },
  });
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: demo, type: simulator, ${QUICK} }
  - { name: raw, type: openai-compatible, base_url: "${upstream.url}/v1" }
  - { name: claude, type: anthropic, base_url: "${upstream.url}", api_key: sk-ant-upstream }
models:
  - { name: sonnet, deployments: [{ provider: claude, model: claude }] }
  - { name: sonnet-stops, deployments: [{ provider: claude, model: claude-stops }] }
  - { name: small, deployments: [{ provider: demo, model: small }] }
  - { name: breaks-off, deployments: [{ provider: raw, model: breaks-off }] }
  - { name: limited, deployments: [{ provider: raw, model: limited }] }
`)
  );
});
afterAll(async () => {
  await gateway?.remove();
  await upstream?.stop();
});

async function ask(path: string, body: object, headers: Record<string, string> = { 'x-api-key': CLIENT_KEY }) {
  const answer = await fetch(`${gateway.url}/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

test('a message from a provider that only chats, with its tokens', async () => {
  const { status, headers, body } = await ask('/messages', { ...ASKED, model: 'small' });
  expect(status).toBe(200);
  expect(headers.get('x-llm-gateway-provider')).toBe('demo');
  expect(body).toMatchObject({ type: 'message', role: 'assistant', content: [{ type: 'text' }] });
  const [row] = await gateway.rows('small');
  expect(row).toMatchObject({ operation: 'messages', usage_source: 'provider', output_tokens: 4 });
  expect(body.usage).toMatchObject({ input_tokens: row?.input_tokens, output_tokens: 4 });
});

test('the same as a stream, with the key as Bearer token', async () => {
  const asked = { ...ASKED, model: 'small', stream: true };
  const { headers, text } = await ask('/messages', asked, { authorization: `Bearer ${CLIENT_KEY}` });
  expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
  const types = [...text.matchAll(/^event: (.*)$/gm)].map(([, type]) => type);
  expect(types[0]).toBe('message_start');
  expect(types.slice(-2)).toEqual(['message_delta', 'message_stop']);
  expect(types).toContain('content_block_delta');
  expect((await gateway.rows('small')).at(-1)).toMatchObject({ operation: 'messages', streaming: 1, output_tokens: 4 });
});

test('tokens are counted without a call to the provider', async () => {
  const { body } = await ask('/messages/count_tokens', { model: 'small', messages: ASKED.messages });
  expect(body).toEqual({ input_tokens: expect.any(Number) });
  expect(body.input_tokens).toBeGreaterThan(0);
  const row = (await gateway.rows('small')).at(-1);
  expect(row).toMatchObject({ operation: 'count_tokens', attempts: 0, cost_nano_usd: null, unpriced: 0 });
});

describe('errors have the shape of Anthropic', () => {
  test.each([
    ['an unknown key', { ...ASKED, model: 'small' }, { 'x-api-key': 'nobody' }, 401, 'authentication_error'],
    ['an unknown model', { ...ASKED, model: 'nope' }, undefined, 404, 'not_found_error'],
    ['no messages', { model: 'small', max_tokens: 1 }, undefined, 400, 'invalid_request_error'],
    ['a provider’s limit', { ...ASKED, model: 'limited' }, undefined, 429, 'rate_limit_error'],
  ])('%s', async (_what, body, headers, status, type) => {
    const answer = await ask('/messages', body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ type: 'error', error: { type, message: expect.any(String) } });
  });

  test('a stream that breaks off ends with one, and not with message_stop', async () => {
    const { text } = await ask('/messages', { ...ASKED, model: 'breaks-off', stream: true });
    const types = [...text.matchAll(/^event: (.*)$/gm)].map(([, type]) => type);
    expect(types.at(-1)).toBe('error');
    expect(types).not.toContain('message_stop');
    expect(await gateway.rows('breaks-off')).toMatchObject([
      { operation: 'messages', status: 'error', error_type: 'stream_interrupted', usage_source: 'estimated' },
    ]);
  });
});

describe('before Anthropic itself, bytes are passed on', () => {
  const USED = { operation: 'messages', input_tokens: 15, cached_input_tokens: 5, output_tokens: 3 };

  test('a message, with the client’s betas and our key', async () => {
    const headers = { 'x-api-key': CLIENT_KEY, 'anthropic-beta': 'some-beta-2026' };
    const { text } = await ask('/messages', { ...ASKED, model: 'sonnet', future: { field: 1 } }, headers);
    expect(text).toBe(CLAUDE_MESSAGE);
    const { request, body } = upstream.calls.at(-1) ?? {};
    expect(body).toEqual({ ...ASKED, model: 'claude', future: { field: 1 } });
    expect(request?.headers).toMatchObject({
      'x-api-key': 'sk-ant-upstream',
      'anthropic-beta': 'some-beta-2026',
      'anthropic-version': '2023-06-01',
    });
    expect((await gateway.rows('sonnet')).at(-1)).toMatchObject({ ...USED, usage_source: 'provider' });
  });

  test('a stream', async () => {
    expect((await ask('/messages', { ...ASKED, model: 'sonnet', stream: true })).text).toBe(CLAUDE_STREAM);
    expect((await gateway.rows('sonnet')).at(-1)).toMatchObject({ ...USED, streaming: 1, usage_source: 'provider' });
  });

  test('counts of tokens', async () => {
    const { body } = await ask('/messages/count_tokens', { model: 'sonnet', messages: ASKED.messages });
    expect(body).toEqual({ input_tokens: 1234 });
    expect((await gateway.rows('sonnet')).at(-1)).toMatchObject({
      operation: 'count_tokens',
      attempts: 1,
      unpriced: 0,
    });
  });

  test('a stream that stops short ends with an error; what came is counted', async () => {
    const { text } = await ask('/messages', { ...ASKED, model: 'sonnet-stops', stream: true });
    expect(text).toMatch(/event: error\ndata: .*"api_error"/);
    expect(text).not.toContain('message_stop');
    const row = (await gateway.rows('sonnet-stops')).at(-1);
    expect(row).toMatchObject({ error_type: 'stream_interrupted', input_tokens: 15, usage_source: 'estimated' });
    expect(row?.output_tokens).toBeGreaterThan(1);
  });
});
