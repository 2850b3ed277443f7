import { setTimeout as sleep } from 'node:timers/promises';

import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { type Behaviour, RawUpstream, startEvents } from '../support/rawUpstream.js';

const typed = (type: string, more: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;
const CREATED = typed('response.created', { response: { id: 'r', error: null, usage: null } });
const DELTA = typed('response.output_text.delta', { delta: 'Hello' });
const USAGE = { input_tokens: 7, output_tokens: 3, total_tokens: 10 };
const COMPLETED = typed('response.completed', { response: { id: 'r', usage: USAGE } });

const json =
  (status: number, body: string): Behaviour =>
  ({ response }) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
const html: Behaviour = ({ response }) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><h1>Bad Gateway</h1></html>');
const events =
  (text: string): Behaviour =>
  ({ response }) => {
    startEvents(response);
    response.end(text);
  };
const reset =
  (type: string, beginning: string | Buffer): Behaviour =>
  ({ response, socket }) => {
    response.writeHead(200, { 'content-type': type });
    response.write(beginning, () => void sleep(20).then(() => socket.resetAndDestroy()));
  };
const gemini = (text: string, more: object = {}): string =>
  `data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text }] }, index: 0, ...more }], modelVersion: 'g' })}\r\n\r\n`;

/** The models, each with one fault; those of the second list speak Gemini's language. */
const NATIVE: Readonly<Record<string, Behaviour>> = {
  'truncated-vectors': json(200, '{"object":"list","data":[{"embedding":[0.1,'),
  'page-of-html': html,
  hanging: () => undefined,
  'whole-stream': events(CREATED + DELTA + COMPLETED),
  'failed-stream': ({ response }) => {
    startEvents(response);
    response.write(CREATED + DELTA);
    const error = { code: 'server_error', message: 'It broke.' };
    void sleep(20).then(() => response.end(typed('response.failed', { response: { error } })));
  },
  'ended-stream': events(CREATED + DELTA),
  'reset-stream': reset('text/event-stream', CREATED + DELTA),
  'no-events': events(''),
  'cut-audio': reset('audio/mpeg', Buffer.alloc(2_000)),
  'json-for-audio': json(200, '{"ok":true}'),
};
const DIALECT: Readonly<Record<string, Behaviour>> = {
  'truncated-json': json(200, '{"candidates":[{"content":'),
  'page-of-html': html,
  'reset-stream': reset('text/event-stream', gemini('Hello')),
  'ended-stream': events(gemini('Hello')),
  'broken-events': events('data: {"candidates":[{"content":\r\n\r\n'),
  refused: json(400, '{"error":{"code":400,"message":"Bad schema.","status":"INVALID_ARGUMENT"}}'),
};

let native: RawUpstream;
let dialect: RawUpstream;
let gateway: TestGateway;

beforeAll(async () => {
  native = await RawUpstream.start(NATIVE);
  dialect = await RawUpstream.start(DIALECT, (request) => /models\/([^:]+)/.exec(request.url ?? '')?.[1] ?? '');
  const models = (provider: string, behaviours: object) =>
    Object.keys(behaviours).map(
      (name) => `  - { name: ${provider}-${name}, deployments: [{ provider: ${provider}, model: ${name} }] }`
    );
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: native, type: openai, base_url: "${native.url}/v1", api_key: k, timeouts: { total_ms: 1500 } }
  - { name: gemini, type: gemini, base_url: "${dialect.url}", api_key: k }
models:
${[...models('native', NATIVE), ...models('gemini', DIALECT)].join('\n')}
routing: { max_attempts: 1, breaker: { consecutive_failures: 1000, min_requests: 1000 } }
`)
  );
});
afterAll(async () => {
  await gateway?.remove();
  await native?.stop();
  await dialect?.stop();
});

/** The answer as far as it came. */
async function ask(path: string, model: string, body: object) {
  const answer = await fetch(`${gateway.url}/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CLIENT_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, ...body }),
  });
  let text = '';
  let broken = false;
  try {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('latin1');
    }
  } catch {
    broken = true;
  }
  return { status: answer.status, text, broken };
}

const CHAT = { messages: [{ role: 'user', content: 'Hi' }] };

describe('whole answers', () => {
  test.each([
    ['/embeddings', 'native-truncated-vectors', { input: 'x' }, 502, 'invalid_response'],
    ['/embeddings', 'native-page-of-html', { input: 'x' }, 502, 'invalid_response'],
    ['/moderations', 'native-hanging', { input: 'x' }, 504, 'timeout'],
    ['/audio/speech', 'native-json-for-audio', { input: 'x', voice: 'a' }, 502, 'invalid_response'],
    ['/chat/completions', 'gemini-truncated-json', CHAT, 502, 'invalid_response'],
    ['/chat/completions', 'gemini-page-of-html', CHAT, 502, 'invalid_response'],
    ['/chat/completions', 'gemini-refused', CHAT, 400, 'invalid_request_error'],
    ['/messages', 'gemini-truncated-json', { ...CHAT, max_tokens: 5 }, 502, 'invalid_response'],
    ['/responses', 'native-no-events', { input: 'x', stream: true }, 502, 'invalid_response'],
    ['/chat/completions', 'gemini-broken-events', { ...CHAT, stream: true }, 502, 'invalid_response'],
    ['/chat/completions', 'gemini-page-of-html', { ...CHAT, stream: true }, 502, 'invalid_response'],
  ])('%s of %s', async (path, model, body, status, type) => {
    const answer = await ask(path, model, body);
    expect(answer).toMatchObject({ status, broken: false });
    expect(JSON.parse(answer.text)).toMatchObject({ error: { message: expect.any(String) } });
    expect((await gateway.rows(model)).at(-1)).toMatchObject({ status: 'error', code: status, error_type: type });
  });
});

test('a stream of typed events is passed on as it is, and its usage read', async () => {
  const { text } = await ask('/responses', 'native-whole-stream', { input: 'x', stream: true });
  expect(text).toBe(CREATED + DELTA + COMPLETED);
  expect(await gateway.rows('native-whole-stream')).toMatchObject([
    { operation: 'responses', status: 'success', input_tokens: 7, output_tokens: 3, usage_source: 'provider' },
  ]);
});

describe('streams that do not come to their end never end cleanly', () => {
  test.each([
    ['/responses', 'native-failed-stream', 'upstream_error', /event: error\ndata: .*It broke\./],
    ['/responses', 'native-ended-stream', 'stream_interrupted', /event: error\n/],
    ['/responses', 'native-reset-stream', 'stream_interrupted', /event: error\n/],
    ['/chat/completions', 'gemini-ended-stream', 'stream_interrupted', /data: \{"error":/],
    ['/chat/completions', 'gemini-reset-stream', 'stream_interrupted', /data: \{"error":/],
    ['/messages', 'gemini-reset-stream', 'stream_interrupted', /event: error\n/],
  ])('%s of %s', async (path, model, type, event) => {
    const { status, text } = await ask(path, model, {
      ...(path === '/responses' ? { input: 'x' } : { ...CHAT, max_tokens: 5 }),
      stream: true,
    });
    expect(status).toBe(200);
    expect(text).toMatch(/Hello/);
    expect(text).toMatch(event);
    expect(text).not.toMatch(/\[DONE\]|message_stop|response\.completed/);
    expect((await gateway.rows(model)).at(-1)).toMatchObject({ status: 'error', code: 200, error_type: type });
  });

  test('audio that is cut off closes the connection', async () => {
    const { status, broken } = await ask('/audio/speech', 'native-cut-audio', { input: 'x', voice: 'a' });
    expect({ status, broken }).toEqual({ status: 200, broken: true });
    expect(await gateway.rows('native-cut-audio')).toMatchObject([{ error_type: 'stream_interrupted' }]);
  });
});
