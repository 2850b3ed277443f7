import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { APIError } from 'openai';

import { freePort } from '../support/freePort.js';
import type { RequestRow } from '../../gateway/src/store/schema.js';
import { countPromptTokens, countTokens } from '../../gateway/src/usage/estimate.js';
import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { openAiClient } from '../support/openAiClient.js';
import {
  type Behaviour,
  DONE,
  FINISH,
  RawUpstream,
  type UpstreamCall,
  answer,
  contentEvent,
  event,
  startEvents,
} from '../support/rawUpstream.js';

const MESSAGES = [{ role: 'user' as const, content: 'hello' }];
const PROMPT_TOKENS = countPromptTokens(MESSAGES);
const TEXT = contentEvent('Hello ') + contentEvent('world');
const TEXT_TOKENS = countTokens('Hello world');
const ESTIMATED = { input_tokens: PROMPT_TOKENS, output_tokens: TEXT_TOKENS, usage_source: 'estimated' };

const json =
  (status: number, body: string): Behaviour =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
const html =
  (status: number): Behaviour =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body><h1>Bad Gateway</h1></body></html>');
  };
/** Sends these events and leaves the stream open. */
const events =
  (text: string): Behaviour =>
  ({ response }) => {
    startEvents(response);
    response.write(text);
  };
const endedEvents =
  (text: string): Behaviour =>
  ({ response }) => {
    startEvents(response);
    response.end(text);
  };

/** The models of the raw upstream, each with one fault. */
const FAULTS: Readonly<Record<string, Behaviour>> = {
  'reset-before-headers': ({ socket }) => void socket.resetAndDestroy(),
  'closed-before-headers': ({ socket }) => void socket.end(),
  'reset-in-mid-stream': ({ response, socket }) => {
    startEvents(response);
    response.write(TEXT, () => socket.resetAndDestroy());
  },
  'ended-in-mid-stream': endedEvents(TEXT),
  'ended-inside-an-event': endedEvents(TEXT + FINISH.slice(0, -1)),
  'failed-in-mid-stream': endedEvents(TEXT + event({ error: { message: 'Out of memory.', code: 'oom' } }) + DONE),
  'empty-stream': endedEvents(''),
  'error-first': endedEvents(event({ error: { message: 'The engine is overloaded.', code: 'overloaded' } })),
  'html-error': html(502),
  'html-success': html(200),
  'truncated-json': json(200, answer('Hello world').slice(0, -20)),
  'cut-json': ({ response, socket }) => {
    const body = answer('Hello world');
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.write(body.slice(0, -20), () => socket.resetAndDestroy());
  },
  'json-for-a-stream': json(200, answer('Hello world')),
  hanging: () => undefined,
  'patient-stream': () => undefined,
  'patient-answer': () => undefined,
  'patient-in-mid-stream': events(TEXT),
  stalling: events(TEXT),
  refused: json(401, '{"error":{"message":"Incorrect API key provided: sk-upstream-secret","code":"invalid_api_key"}}'),
  forbidden: json(403, '{"error":{"message":"Country not supported"}}'),
  'silent-stream': endedEvents(TEXT + FINISH + DONE),
  'silent-answer': json(200, answer('Hello world')),
  'no-done': endedEvents(TEXT + FINISH),
  'compact-done': endedEvents(TEXT + FINISH + DONE.replace(' ', '')),
  'unended-done': endedEvents(TEXT + FINISH + DONE.trimEnd()),
  'open-after-done': events(TEXT + FINISH + DONE),
};

let upstream: RawUpstream;
let gateway: TestGateway;

beforeAll(async () => {
  upstream = await RawUpstream.start({ ...FAULTS, endless });
  const models = [...Object.keys(FAULTS), 'endless'].map((name) => {
    const provider = name === 'hanging' || name === 'stalling' ? 'hasty' : 'raw';
    return `  - { name: ${name}, deployments: [{ provider: ${provider}, model: ${name} }] }`;
  });
  const backed = Object.keys(FAULTS).map(
    (name) => `  - { name: backed-${name}, deployments: [{ provider: hasty, model: ${name} }], fallbacks: [good] }`
  );
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: raw, type: openai-compatible, base_url: "${upstream.url}/v1", api_key: sk-upstream-secret }
  - name: hasty
    type: openai-compatible
    base_url: "${upstream.url}/v1"
    timeouts: { first_token_ms: 150, idle_ms: 150, total_ms: 1800 }
  - { name: closed, type: openai-compatible, base_url: "http://127.0.0.1:${await freePort()}/v1" }
  - { name: demo, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 1000000, output_tokens: 3 } }
models:
  - { name: good, deployments: [{ provider: demo, model: good }] }
  - { name: unreachable, deployments: [{ provider: closed, model: m }] }
  - { name: backed-unreachable, deployments: [{ provider: closed, model: m }], fallbacks: [good] }
${models.join('\n')}
${backed.join('\n')}
# One fault must not keep the next test from its provider.
routing:
  { max_attempts: 2, backoff_ms: 1, credential_retry_ms: 1, breaker: { consecutive_failures: 1000, min_requests: 1000 } }
`)
  );
});

afterAll(async () => {
  await gateway?.remove();
  await upstream?.stop();
});

afterEach(() => expect(gateway.running).toBe(true));

const chat = (model: string, stream: boolean, init: RequestInit = {}) =>
  gateway.chat({ model, stream, messages: MESSAGES }, init);

async function failure(model: string, stream: boolean) {
  const response = await chat(model, stream);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const { error } = (await response.json()) as { error: { message: string; type: string; code: string } };
  expect(error.message).not.toContain('sk-upstream-secret');
  return { status: response.status, ...error };
}

const CONNECTION = { status: 502, type: 'connection_error', code: 'upstream_unreachable' };
const INVALID = { status: 502, type: 'invalid_response', code: 'upstream_answer_invalid' };
const TIMEOUT = { status: 504, type: 'timeout', code: 'upstream_timeout' };

describe('before the client has an answer, a failure is told with its cause', () => {
  test.each([
    ['unreachable', false, CONNECTION],
    ['unreachable', true, CONNECTION],
    ['reset-before-headers', false, CONNECTION],
    ['reset-before-headers', true, CONNECTION],
    ['closed-before-headers', false, CONNECTION],
    ['html-error', false, { status: 502, type: 'upstream_error' }],
    ['html-error', true, { status: 502, type: 'upstream_error' }],
    ['html-success', false, INVALID],
    ['html-success', true, INVALID],
    ['truncated-json', false, INVALID],
    ['cut-json', false, { ...CONNECTION, code: 'upstream_interrupted' }],
    ['json-for-a-stream', true, INVALID],
    ['empty-stream', true, INVALID],
    [
      'error-first',
      true,
      { status: 502, type: 'upstream_error', code: 'overloaded', message: 'The engine is overloaded.' },
    ],
    ['refused', false, { status: 502, type: 'provider_authentication_error' }],
    ['refused', true, { status: 502, type: 'provider_authentication_error' }],
    ['forbidden', false, { status: 502, type: 'provider_authentication_error' }],
    ['hanging', false, TIMEOUT],
    ['hanging', true, TIMEOUT],
  ])('%s, stream: %s', async (model, stream, error) => {
    expect(await failure(model, stream)).toMatchObject(error);
    const row = (await gateway.rows(model)).at(-1);
    expect(row).toMatchObject({
      status: 'error',
      code: error.status,
      error_type: error.type,
      streaming: stream ? 1 : 0,
    });
    expect(row).toMatchObject({ input_tokens: 0, output_tokens: 0, usage_source: null, cost_nano_usd: null });
  });

  test('a provider that does not answer in time is hung up on', async () => {
    await chat('hanging', false);
    const call = upstream.calls.at(-1);
    if (call?.socket.destroyed === false) {
      await once(call.socket, 'close');
    }
  });
});

describe('with a fallback, the client does not notice', () => {
  test.each([
    ['unreachable', true],
    ['unreachable', false],
    ['reset-before-headers', true],
    ['empty-stream', true],
    ['error-first', true],
    ['html-error', true],
    ['html-success', true],
    ['truncated-json', false],
    ['json-for-a-stream', true],
    ['refused', false],
    ['hanging', true],
  ])('%s, stream: %s', async (fault, stream) => {
    const response = await chat(`backed-${fault}`, stream);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toContain('"error"');
    expect(text.endsWith(DONE)).toBe(stream);
    expect(response.headers.get('x-llm-gateway-provider')).toBe('demo');
    expect(response.headers.get('x-llm-gateway-attempts')).toBe('2');
    const [row] = await gateway.rows(`backed-${fault}`);
    expect(row).toMatchObject({ status: 'success', provider: 'demo' });
    expect(await gateway.attempts(row?.id)).toMatchObject([
      { provider: fault === 'unreachable' ? 'closed' : 'hasty' },
      { provider: 'demo', outcome: 'success' },
    ]);
  });
});

describe('in mid-stream, a failure ends the stream with an error event and never with [DONE]', () => {
  test.each([
    ['reset-in-mid-stream', { type: 'stream_interrupted', code: 'upstream_interrupted' }],
    ['ended-in-mid-stream', { type: 'stream_interrupted' }],
    ['ended-inside-an-event', { type: 'stream_interrupted' }],
    ['stalling', { type: 'timeout' }],
  ])('%s', async (model, error) => {
    const response = await chat(model, true);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text.startsWith(TEXT)).toBe(true);
    expect(text).not.toContain('[DONE]');
    const last = text.trimEnd().split('\n\n').at(-1) ?? '';
    expect(JSON.parse(last.replace(/^data: /, ''))).toEqual({ error: expect.objectContaining(error) });
    expect((await gateway.rows(model)).at(-1)).toMatchObject({ status: 'error', error_type: error.type, ...ESTIMATED });
  });

  test('an error event of the provider is told in its words', async () => {
    const text = await (await chat('failed-in-mid-stream', true)).text();
    expect(text).toContain('Out of memory.');
    expect(text).not.toContain('[DONE]');
    expect((await gateway.rows('failed-in-mid-stream')).at(-1)).toMatchObject({ status: 'error' });
  });

  test('there is no second try, though there is a fallback', async () => {
    const response = await chat('backed-reset-in-mid-stream', true);
    expect(response.headers.get('x-llm-gateway-attempts')).toBe('1');
    expect(await response.text()).toContain('"error"');
  });

  test('the openai client raises it', async () => {
    const client = openAiClient(gateway);
    const stream = await client.chat.completions.create({
      model: 'reset-in-mid-stream',
      messages: MESSAGES,
      stream: true,
    });
    let text = '';
    const reading = (async () => {
      for await (const chunk of stream) {
        text += chunk.choices[0]?.delta.content ?? '';
      }
    })();
    await expect(reading).rejects.toBeInstanceOf(APIError);
    expect(text).toBe('Hello world');
  });
});

describe('a provider that does not report usage is counted, and the count marked as estimated', () => {
  test.each([
    ['silent-stream', true],
    ['silent-answer', false],
  ])('%s', async (model, stream) => {
    await (await chat(model, stream)).text();
    expect((await gateway.rows(model)).at(-1)).toMatchObject({ status: 'success', ...ESTIMATED });
  });
});

describe('an answer that was complete stays one, however the stream ends', () => {
  test.each(['silent-stream', 'no-done', 'compact-done', 'unended-done', 'open-after-done'])('%s', async (model) => {
    const text = await (await chat(model, true)).text();
    expect(text.replace('data:[', 'data: [')).toBe(TEXT + FINISH + DONE);
    expect((await gateway.rows(model)).at(-1)).toMatchObject({ status: 'success', error_type: null });
  });
});

describe('a client that leaves', () => {
  test('in mid-stream closes the upstream within 100 ms, and pays for what was generated', async () => {
    const leaving = new AbortController();
    const called = upstream.nextCall();
    const response = await chat('patient-in-mid-stream', true, { signal: leaving.signal });
    await response.body?.getReader().read();
    const call = await called;
    const left = performance.now();
    leaving.abort();
    await once(call.response, 'close');
    expect(performance.now() - left).toBeLessThan(100);
    expect(await firstRow('patient-in-mid-stream')).toMatchObject({
      status: 'aborted',
      code: 499,
      error_type: null,
      ...ESTIMATED,
    });
  });

  test.each([
    ['patient-stream', true],
    ['patient-answer', false],
  ])('before the first byte closes the upstream, and is no error: %s', async (model, stream) => {
    const leaving = new AbortController();
    const called = upstream.nextCall();
    const asking = chat(model, stream, { signal: leaving.signal }).catch(() => undefined);
    const call = await called;
    leaving.abort();
    await Promise.all([asking, once(call.response, 'close')]);
    expect(await firstRow(model)).toMatchObject({ status: 'aborted', code: 499, output_tokens: 0 });
    const { groups } = await gateway.usage(`?group_by=model&model=${model}`);
    expect(groups).toMatchObject([{ requests: 1, errors: 0, aborted: 1 }]);
  });
});

/** A row that is written some time after what the test has seen. */
async function firstRow(model: string): Promise<RequestRow | undefined> {
  for (;;) {
    const [row] = await gateway.rows(model);
    if (row !== undefined) {
      return row;
    }
  }
}

test('a client that reads slowly slows the provider down, and costs no memory', async () => {
  const memory = async () => (await gateway.metrics()).sum('process_resident_memory_bytes');
  const before = await memory();
  const body = JSON.stringify({ model: 'endless', stream: true, messages: MESSAGES });
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.write(
    `POST /v1/chat/completions HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n` +
      `authorization: Bearer ${CLIENT_KEY}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  );
  await once(socket, 'readable');
  await standstill(() => sent);
  expect(sent).toBeLessThan(ENDLESS_BYTES / 2);
  expect((await memory()) - before).toBeLessThan(ENDLESS_BYTES / 2);

  let received = 0;
  let tail = '';
  for await (const chunk of socket) {
    received += (chunk as Buffer).length;
    tail = (tail + (chunk as Buffer).toString('latin1')).slice(-200);
  }
  expect(sent).toBeGreaterThanOrEqual(ENDLESS_BYTES);
  expect(received).toBeGreaterThan(sent);
  expect(tail).toContain(DONE);
  expect(await firstRow('endless')).toMatchObject({ status: 'success' });
});

const ENDLESS_BYTES = 128 * 1024 * 1024;
let sent = 0;

/** Sends far more than all buffers on the way hold, as fast as it may. */
async function endless({ response }: UpstreamCall): Promise<void> {
  startEvents(response);
  const chunk = contentEvent('x'.repeat(256 * 1024));
  while (sent < ENDLESS_BYTES) {
    if (!response.write(chunk)) {
      await once(response, 'drain');
    }
    sent += chunk.length;
  }
  response.end(FINISH + event({ choices: [], usage: { prompt_tokens: 1, completion_tokens: 1 } }) + DONE);
}

/** Waits until a number has not changed for a while. */
async function standstill(read: () => number): Promise<void> {
  for (let last = -1; last !== read();) {
    last = read();
    await sleep(250);
  }
}
