import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openAiCompatibleProvider } from '../providers/openaiCompatible.js';
import type { Provider } from '../providers/provider.js';
import { openUpstream } from '../upstream/upstream.js';
import { testProvider } from './providerTest.js';

const SECRET = 'sk-secret-of-the-provider';
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
let provider: Provider;

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => answer(request, response, body));
});

const opened = (port: number): Provider => {
  const timeouts = { connect_ms: 1_000, first_token_ms: 1_000, idle_ms: 1_000, total_ms: 1_000 };
  const upstream = openUpstream({ baseUrl: `http://127.0.0.1:${port}/v1`, maxConnections: 2, timeouts });
  return openAiCompatibleProvider({
    name: 'own',
    type: 'openai-compatible',
    upstream,
    apiKey: SECRET,
    operations: ['chat'],
  });
};

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider = opened((server.address() as AddressInfo).port);
});
afterAll(async () => {
  await provider.upstream.pool.close();
  server.close();
});

const tested = (model?: string) => testProvider(provider, { model, secrets: [SECRET] });
const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

test('its models are listed, with its credential, which it cannot hand on', async () => {
  answer = ({ method, url, headers }, response) =>
    json(response, 200, {
      data: [
        { id: `${method} ${url}` },
        { id: String(headers.authorization === `Bearer ${SECRET}`) },
        { id: headers.authorization },
        { id: 3 },
        null,
      ],
    });
  const result = await tested();
  expect(result).toEqual({
    ok: true,
    call: 'models',
    status: 200,
    message: undefined,
    models: ['GET /v1/models', 'true', 'Bearer ***'],
    latencyMs: expect.any(Number),
  });
});

test('a model is asked for one token', async () => {
  let asked: unknown;
  answer = ({ url }, response, body) => {
    asked = { url, ...(JSON.parse(body) as object) };
    json(response, 200, { choices: [] });
  };
  expect(await tested('gpt-4o')).toMatchObject({ ok: true, call: 'chat', status: 200, models: undefined });
  expect(asked).toMatchObject({ url: '/v1/chat/completions', model: 'gpt-4o', max_tokens: 1 });
});

test.each([
  [{ error: { message: `Incorrect API key provided: ${SECRET}` } }, 'Incorrect API key provided: ***'],
  [{ error: 'no such host' }, 'no such host'],
  [{ message: 'Unauthorized' }, 'Unauthorized'],
  ['not an object', "The provider own refused the gateway's credential (status 401)."],
])('what the provider says of a failure is told, without the secret: %j', async (body, message) => {
  answer = (_request, response) => json(response, 401, body);
  expect(await tested()).toMatchObject({ ok: false, status: 401, message });
});

test('one that cannot be reached is told apart', async () => {
  const gone = opened(9);
  const result = await testProvider(gone, { secrets: [] });
  expect(result).toMatchObject({
    ok: false,
    status: undefined,
    message: 'The provider own could not be reached (ECONNREFUSED).',
  });
  await gone.upstream.pool.close();
});

test('a list of models that is none is no failure', async () => {
  answer = (_request, response) => response.end('<html>');
  expect(await tested()).toMatchObject({ ok: true, models: [] });
});

test('an answer without an end is not read to it', async () => {
  answer = (_request, response) => {
    const more = (): void => void (response.destroyed || (response.write('x'.repeat(65_536)), setImmediate(more)));
    more();
  };
  expect(await tested()).toMatchObject({
    ok: false,
    message: expect.stringContaining('sent more than the gateway takes'),
  });
});

test('where there is nothing to ask, a model is needed', async () => {
  const silent = { ...provider, healthCall: undefined };
  expect(await testProvider(silent, { secrets: [] })).toMatchObject({
    ok: false,
    message: expect.stringMatching(/name a model/),
  });
});
