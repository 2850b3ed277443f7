import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenAI from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { openAiClient } from '../support/openAiClient.js';

jest.setTimeout(30_000);

const OTHER_KEY = 'another-client-key';
const SAME_TEAM_KEY = 'a-client-key-of-the-same-team';

/** Questions that the provider was asked, by what was said last. */
const asked = new Map<string, number>();
let provider: Server;
let gateway: TestGateway;
let client: OpenAI;

beforeAll(async () => {
  provider = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => answer(JSON.parse(body || '{}') as Question, response));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  gateway = await TestGateway.start(
    configuration(`
cache: { ttl_seconds: 60 }
providers:
  - { name: up, type: openai-compatible, api_key: k, base_url: "http://127.0.0.1:${(provider.address() as AddressInfo).port}/v1" }
models:
  - name: cached
    cache: true
    deployments: [{ provider: up, model: big, price: { input_per_million_usd: 2, output_per_million_usd: 10 } }]
  - name: down
    cache: true
    deployments: [{ provider: up, model: broken, price: { input_per_million_usd: 2, output_per_million_usd: 10 } }]
    fallbacks: [cached]
  - { name: plain, deployments: [{ provider: up, model: unpriced }] }
  - { name: short, cache: { ttl_seconds: 1 }, deployments: [{ provider: up, model: unpriced }] }
  - { name: limited, cache: {}, deployments: [{ provider: up, model: unpriced }] }
governance: { unpriced: allow }
routing: { max_attempts: 2 }
budgets:
  - { name: dollars, key: '*', limit_usd: 1, period: daily }
  - { name: tokens, key: '*', limit_tokens: 100000, period: daily }
limits:
  - { name: each, key: '*', requests_per_minute: 1000, tokens_per_minute: 100000 }
  - { name: few, model: limited, requests_per_minute: 2 }`).replace(
      'keys: [',
      `keys: [{ name: other, key: ${OTHER_KEY}, team: others }, { name: same, key: ${SAME_TEAM_KEY}, team: tests }, `
    )
  );
  client = clientOf(CLIENT_KEY);
});

afterAll(async () => {
  await gateway?.remove();
  provider?.closeAllConnections();
  provider?.close();
});

const clientOf = (apiKey: string) => openAiClient(gateway, apiKey);

interface Question {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: ReadonlyArray<{ readonly content: string }>;
  readonly tools?: unknown;
}

const USAGE = { prompt_tokens: 100, completion_tokens: 40, total_tokens: 140 };
const CALLS = [
  { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Kraków"}' } },
  { id: 'call_2', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } },
] as const;

/** As OpenAI answers; each answer has an id of its own. */
function answer({ model, stream, messages, tools }: Question, response: ServerResponse): void {
  const text = messages.at(-1)?.content ?? '';
  const times = (asked.get(text) ?? 0) + 1;
  asked.set(text, times);
  const head = { id: `chatcmpl-${text}-${times}`, created: 1_700_000_000, model };
  const reason = tools === undefined ? (text.includes('filtered') ? 'content_filter' : 'stop') : 'tool_calls';
  if (model === 'broken' || text.includes('failing')) {
    response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":{"message":"broken"}}');
    return;
  }
  if (stream !== true) {
    const message = tools === undefined ? { content: `You said: ${text}` } : { content: null, tool_calls: CALLS };
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        ...head,
        object: 'chat.completion',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', ...message, refusal: null },
            logprobs: null,
            finish_reason: reason,
          },
        ],
        usage: USAGE,
      })
    );
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (chunk: object) =>
    response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', ...chunk })}\n\n`);
  const delta = (part: object) => send({ choices: [{ index: 0, delta: part, logprobs: null, finish_reason: null }] });
  delta({ role: 'assistant', content: tools === undefined ? '' : null, refusal: null });
  if (tools === undefined) {
    for (const word of `You said: ${text}`.split(/(?<= )/)) {
      delta({ content: word });
    }
  } else {
    CALLS.forEach(({ function: { name, arguments: text }, ...call }, index) => {
      delta({ tool_calls: [{ index, ...call, function: { name, arguments: '' } }] });
      delta({ tool_calls: [{ index, function: { arguments: text.slice(0, 5) } }] });
      delta({ tool_calls: [{ index, function: { arguments: text.slice(5) } }] });
    });
  }
  if (text.includes('broken off')) {
    response.destroy();
    return;
  }
  send({ choices: [{ index: 0, delta: {}, logprobs: null, finish_reason: reason }] });
  send({ choices: [], usage: USAGE });
  response.end('data: [DONE]\n\n');
}

const TOOLS: OpenAI.ChatCompletionTool[] = [
  { type: 'function', function: { name: 'weather', parameters: { type: 'object', properties: {} } } },
];

interface Asking {
  readonly with?: OpenAI;
  readonly model?: string;
  readonly stream?: boolean;
  readonly tools?: boolean;
  readonly headers?: Record<string, string>;
  readonly more?: object;
}

/** What a client gets, however it asks: the whole answer, and the headers. */
async function ask(content: string, asking: Asking = {}) {
  const { with: by = client, model = 'cached', stream = false, tools = false, headers = {}, more = {} } = asking;
  const body = {
    model,
    messages: [{ role: 'user' as const, content }],
    ...(tools ? { tools: TOOLS } : {}),
    ...more,
  };
  if (!stream) {
    const { data, response } = await by.chat.completions.create(body, { headers }).withResponse();
    return { completion: data, headers: response.headers };
  }
  let response: Headers | undefined;
  const fetchHeaders: typeof fetch = async (url, init) => {
    const answered = await fetch(url, init);
    response = answered.headers;
    return answered;
  };
  const watched = new OpenAI({ apiKey: by.apiKey, baseURL: by.baseURL, maxRetries: 0, fetch: fetchHeaders });
  const runner = watched.chat.completions.stream({ ...body, stream_options: { include_usage: true } }, { headers });
  const completion = await runner.finalChatCompletion();
  return { completion, headers: response as Headers };
}

const cacheOf = (headers: Headers) => headers.get('x-llm-gateway-cache');
/** What two answers must have in common for a client that cannot tell them apart. */
const told = ({ id, created, model, choices, usage }: OpenAI.ChatCompletion) => ({
  id,
  created,
  model,
  usage,
  choices: choices.map(({ index, finish_reason, message: { role, content, refusal, tool_calls: calls } }) => ({
    index,
    finish_reason,
    message: { role, content, refusal },
    calls: calls?.map((call) => ({ id: call.id, type: call.type, function: 'function' in call && called(call) })),
  })),
});
/** The client's helper for streams adds what it has parsed. */
const called = ({ function: { name, arguments: text } }: OpenAI.ChatCompletionMessageFunctionToolCall) => [name, text];

describe.each([
  [false, false],
  [false, true],
  [true, false],
  [true, true],
])('asked with stream: %s, then with stream: %s', (first, second) => {
  test.each([['text', false] as const, ['tools', true] as const])('%s', async (what, tools) => {
    const content = `${what} ${first} then ${second}`;
    const miss = await ask(content, { stream: first, tools });
    const hit = await ask(content, { stream: second, tools });
    expect([cacheOf(miss.headers), cacheOf(hit.headers)]).toEqual(['miss', 'hit']);
    expect(asked.get(content)).toBe(1);
    expect(told(hit.completion)).toEqual(told(miss.completion));
    expect(hit.completion.usage).toEqual(USAGE);
    expect(hit.completion.choices[0]?.finish_reason).toBe(tools ? 'tool_calls' : 'stop');
    expect(Number(hit.headers.get('age'))).toBeLessThan(20);
    expect(hit.headers.get('x-llm-gateway-cost-usd')).toBe('0.000000000');
    expect(hit.headers.get('x-llm-gateway-attempts')).toBe('0');
    expect(hit.headers.get('x-llm-gateway-model')).toBe('big');
    expect(hit.headers.get('x-llm-gateway-provider')).toBeNull();
    expect(miss.headers.get('age')).toBeNull();
  });
});

test('the usage of a stream is sent only where it is asked for, and an end marker always', async () => {
  await ask('bare stream');
  const stream = async (more: object) => {
    const messages = [{ role: 'user', content: 'bare stream' }];
    return (await gateway.chat({ model: 'cached', messages, stream: true, ...more })).text();
  };
  const bare = await stream({});
  expect(bare).not.toContain('usage');
  expect(bare).toMatch(/data: \[DONE\]\n\n$/);
  expect(await stream({ stream_options: { include_usage: true } })).toContain('"total_tokens":140');
  expect(asked.get('bare stream')).toBe(1);
});

test('a whole answer is given again byte by byte', async () => {
  const body = { model: 'cached', messages: [{ role: 'user', content: 'bytes' }] };
  const [miss, hit] = [await (await gateway.chat(body)).text(), await (await gateway.chat(body)).text()];
  expect(hit).toBe(miss);
});

test('who asks for another temperature gets another answer; who is asking for whom makes no difference', async () => {
  await ask('temperature', { more: { temperature: 0 } });
  expect(cacheOf((await ask('temperature', { more: { temperature: 1 } })).headers)).toBe('miss');
  const { headers } = await ask('temperature', { more: { user: 'ada', metadata: { a: 'b' }, temperature: 0 } });
  expect(cacheOf(headers)).toBe('hit');
});

test('another key never sees an answer, of the same team or not', async () => {
  await ask('secret');
  for (const key of [OTHER_KEY, SAME_TEAM_KEY]) {
    const { headers, completion } = await ask('secret', { with: clientOf(key) });
    expect(cacheOf(headers)).toBe('miss');
    expect(completion.id).not.toBe('chatcmpl-secret-1');
  }
});

test('cache-control: no-cache asks anew and keeps the answer; no-store does neither; max-age bounds the age', async () => {
  await ask('control');
  const fresh = await ask('control', { headers: { 'cache-control': 'no-cache' } });
  expect([cacheOf(fresh.headers), fresh.completion.id]).toEqual(['bypass', 'chatcmpl-control-2']);
  expect((await ask('control')).completion.id).toBe('chatcmpl-control-2');
  const apart = await ask('control', { headers: { 'cache-control': 'no-store' } });
  expect([cacheOf(apart.headers), apart.completion.id]).toEqual(['bypass', 'chatcmpl-control-3']);
  expect((await ask('control')).completion.id).toBe('chatcmpl-control-2');
  expect(cacheOf((await ask('control', { headers: { 'cache-control': 'max-age=30' } })).headers)).toBe('hit');
  await ask('unseen', { headers: { 'cache-control': 'no-store' } });
  expect(cacheOf((await ask('unseen')).headers)).toBe('miss');
});

test('a model that is not cached is not', async () => {
  await ask('plain', { model: 'plain' });
  expect(cacheOf((await ask('plain', { model: 'plain' })).headers)).toBe('bypass');
  expect(asked.get('plain')).toBe(2);
});

test('an answer ends after its time', async () => {
  await ask('short', { model: 'short' });
  expect(cacheOf((await ask('short', { model: 'short' })).headers)).toBe('hit');
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(cacheOf((await ask('short', { model: 'short' })).headers)).toBe('miss');
});

test.each([
  ['failing', false],
  ['filtered', false],
  ['filtered', true],
  ['broken off', true],
])('what was %s is not kept (stream: %s)', async (what, stream) => {
  const content = `${what} ${stream}`;
  await ask(content, { stream }).catch(() => undefined);
  const before = asked.get(content) ?? 0;
  await ask(content, { stream }).catch(() => undefined);
  expect(asked.get(content)).toBeGreaterThan(before);
});

test("a fallback's answer is not kept for the model that was asked for", async () => {
  await ask('fallback', { model: 'down' });
  const again = await ask('fallback', { model: 'down' });
  expect(cacheOf(again.headers)).toBe('miss');
  expect(again.headers.get('x-llm-gateway-provider')).toBe('up');
});

test('a hit costs nothing, in the ledger, in budgets, in limits and in the metrics, and says what it saved', async () => {
  const key = clientOf(OTHER_KEY);
  const budget = async (name: string) => {
    const { budgets } = (await (await gateway.get('/api/v1/budgets', gateway.adminToken)).json()) as {
      budgets: Array<{ name: string; standings: Array<{ subject: { value: string }; used: number }> }>;
    };
    const { standings } = budgets.find((each) => each.name === name)!;
    return standings.find(({ subject }) => subject.value === 'other')?.used ?? 0;
  };
  const before = await Promise.all([budget('dollars'), budget('tokens')]);
  const tokensLeft = ({ headers }: { headers: Headers }) => Number(headers.get('x-ratelimit-remaining-tokens'));
  await ask('accounts', { with: key });
  const hits = [
    await ask('accounts', { with: key }),
    await ask('accounts', { with: key }),
    await ask('accounts', { with: key, stream: true }),
  ];
  await ask('accounts', { with: key, headers: { 'cache-control': 'no-store' } });
  // 100 tokens at $2 and 40 at $10 a million.
  const [cost, tokens] = [0.0006, 140];

  const { groups } = await gateway.usage('?group_by=key,cache&model=cached&key=other');
  const rows = (await gateway.rows('cached')).filter(({ id }) =>
    hits.some(({ headers }) => headers.get('x-request-id') === id)
  );
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(row).toMatchObject({
      cache: 'hit',
      status: 'success',
      code: 200,
      provider: null,
      deployment: null,
      served_model: 'big',
      input_tokens: 0,
      output_tokens: 0,
      cost_nano_usd: 0,
      saved_nano_usd: cost * 1e9,
      price_source: 'config',
      unpriced: 0,
      attempts: 0,
    });
  }
  expect(groups.find(({ cache }) => cache === 'hit')).toMatchObject({ requests: 3, cost_usd: 0, saved_usd: 3 * cost });

  const after = await Promise.all([budget('dollars'), budget('tokens')]);
  expect(after[0]! - before[0]!).toBeCloseTo(2 * cost, 9);
  expect(after[1]! - before[1]!).toBe(2 * tokens);
  // Each hit reserves while it is admitted, and gives it back.
  expect(tokensLeft(hits[0]!) - tokensLeft(hits[1]!)).toBe(0);

  const [usage, samples] = await Promise.all([gateway.usage(), gateway.metrics()]);
  const { groups: byCache } = await gateway.usage('?group_by=cache');
  for (const { cache, requests } of byCache) {
    expect(samples.sum('llm_gateway_cache_requests_total', { result: String(cache) })).toBe(requests);
  }
  expect(samples.sum('llm_gateway_cache_saved_usd_total')).toBeCloseTo(usage.totals.saved_usd, 9);
  const answeredAgain = byCache.find(({ cache }) => cache === 'hit')?.requests;
  expect(samples.sum('llm_gateway_cache_tokens_total')).toBe(Number(answeredAgain) * tokens);
  expect(samples.sum('llm_gateway_cost_usd_total')).toBeCloseTo(usage.totals.cost_usd, 9);
  expect(samples.sum('llm_gateway_tokens_total', { type: 'input' })).toBe(usage.totals.input_tokens);
});

test('a hit counts as a request of a limit on requests', async () => {
  await ask('limited', { model: 'limited' });
  expect(cacheOf((await ask('limited', { model: 'limited' })).headers)).toBe('hit');
  await expect(ask('limited', { model: 'limited' })).rejects.toMatchObject({ status: 429 });
});

test('what has no price has an unknown saving, and is free all the same', async () => {
  await ask('no price', { model: 'short' });
  const hit = await ask('no price', { model: 'short' });
  const rows = await gateway.rows('short');
  expect(rows.find(({ id }) => id === hit.headers.get('x-request-id'))).toMatchObject({
    cost_nano_usd: 0,
    saved_nano_usd: 0,
    price_source: 'cache',
    unpriced: 0,
  });
});
