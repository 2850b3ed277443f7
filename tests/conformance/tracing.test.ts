import { setTimeout as sleep } from 'node:timers/promises';

import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
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
import { CLIENT_KIND, ERROR_STATUS, type ReceivedSpan, SERVER_KIND, TraceReceiver } from '../support/traceReceiver.js';
import { until } from '../support/until.js';

const PROMPT = 'a prompt that nobody but the provider may see';
const ANSWER = 'an answer that nobody but the client may see';
const USAGE = { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };
const CLIENT_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLIENT_SPAN = '00f067aa0ba902b7';

const json =
  (status: number, body: string): Behaviour =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  good: json(200, answer(ANSWER, USAGE)),
  failing: json(500, '{"error":{"message":"broken"}}'),
  wrong: json(400, '{"error":{"message":"no such thing"}}'),
  streaming: ({ response }) => {
    startEvents(response);
    response.end(contentEvent(ANSWER) + FINISH + event({ id: 'c', choices: [], usage: USAGE }) + DONE);
  },
  'breaking-off': ({ response }) => {
    startEvents(response);
    response.end(contentEvent(ANSWER));
  },
  hanging: () => undefined,
};

const config = (upstream: string, tracing: string) =>
  configuration(`
providers:
  - { name: first, type: openai-compatible, base_url: '${upstream}/v1' }
  - { name: second, type: openai, base_url: '${upstream}/v1', api_key: sk-upstream }
routing: { max_attempts: 2, backoff_ms: 1, backoff_max_ms: 1 }
models:
  - { name: good, deployments: [{ provider: second, model: good }] }
  - name: retried
    strategy: weighted
    deployments:
      - { provider: first, model: failing, weight: 1000000 }
      - { provider: second, model: good, weight: 0.000001 }
  - { name: fallen-back, deployments: [{ provider: first, model: failing }], fallbacks: [good] }
  - { name: cached, cache: { ttl_seconds: 60 }, deployments: [{ provider: second, model: good }] }
  - { name: failing, deployments: [{ provider: first, model: failing }] }
  - { name: wrong, deployments: [{ provider: first, model: wrong }] }
  - { name: streaming, deployments: [{ provider: first, model: streaming }] }
  - { name: breaking-off, deployments: [{ provider: first, model: breaking-off }] }
  - { name: hanging, deployments: [{ provider: first, model: hanging }] }
${tracing}`);

const FAST = { OTEL_BSP_SCHEDULE_DELAY: '20' };

let upstream: RawUpstream;
let receiver: TraceReceiver;

beforeAll(async () => {
  upstream = await RawUpstream.start(BEHAVIOURS);
  receiver = await TraceReceiver.start();
});
afterAll(async () => {
  await upstream.stop();
  await receiver.stop();
});
beforeEach(() => {
  upstream.calls.length = 0;
});

const ask = (model: string, more: object = {}) => ({ model, messages: [{ role: 'user', content: PROMPT }], ...more });

describe('with tracing', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    const tracing = `tracing: { enabled: true, endpoint: '${receiver.url}', headers: { x-scope: '\${SCOPE}' } }`;
    gateway = await TestGateway.start(config(upstream.url, tracing), {
      env: { ...FAST, SCOPE: 'tenant-7', OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=tests' },
    });
  });
  afterAll(() => gateway.remove());

  /** Sends a request and returns its spans: the request's, then those of its calls. */
  async function traced(body: { readonly model: string }, calls: number, headers: Record<string, string> = {}) {
    const response = await gateway.chat(body, {
      headers: { authorization: `Bearer ${CLIENT_KEY}`, 'content-type': 'application/json', ...headers },
    });
    const text = await response.text();
    const row = (await gateway.rows(body.model)).at(-1);
    const spans = await receiver.trace(row?.trace_id, 1 + calls);
    return { response, text, row, spans, request: spans[0] as ReceivedSpan, calls: spans.slice(1) };
  }

  test('a request is a span and its call is a child, in OpenTelemetry’s terms', async () => {
    const { response, row, request, calls } = await traced(
      ask('good', { user: 'ada', metadata: { feature: 'search' } }),
      1
    );
    expect(row?.trace_id).toMatch(/^[0-9a-f]{32}$/);
    expect(request).toMatchObject({
      name: 'POST /v1/chat/completions',
      kind: SERVER_KIND,
      parentSpanId: undefined,
      status: 0,
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/v1/chat/completions',
        'http.response.status_code': 200,
        'gen_ai.operation.name': 'chat',
        'gen_ai.request.model': 'good',
        'llm_gateway.request_id': response.headers.get('x-request-id'),
        'llm_gateway.key': 'test',
        'llm_gateway.team': 'tests',
        'llm_gateway.user': 'ada',
        'llm_gateway.tag.feature': 'search',
        'llm_gateway.status': 'success',
        'llm_gateway.attempts': 1,
        'llm_gateway.fallback': false,
        'llm_gateway.input_tokens': 9,
        'llm_gateway.output_tokens': 4,
      },
      resource: { 'service.name': 'llm-gateway', 'deployment.environment.name': 'tests' },
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      name: 'chat good',
      kind: CLIENT_KIND,
      parentSpanId: request.spanId,
      status: 0,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'openai',
        'gen_ai.request.model': 'good',
        'gen_ai.response.model': 'm',
        'gen_ai.usage.input_tokens': 9,
        'gen_ai.usage.output_tokens': 4,
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': Number(new URL(upstream.url).port),
        'llm_gateway.provider': 'second',
        'llm_gateway.deployment': 'second/good',
        'llm_gateway.attempt': 1,
        'llm_gateway.outcome': 'success',
      },
    });
    expect(request.attributes).not.toHaveProperty(['gen_ai.usage.input_tokens']);
    expect(request.attributes).not.toHaveProperty(['error.type']);
  });

  test('a call lies within its request, and both took as long as the ledger says', async () => {
    const { row, request, calls } = await traced(ask('good'), 1);
    const [call] = calls as [ReceivedSpan];
    expect(request.start).toBeCloseTo(row?.time ?? 0, 0);
    expect(request.end - request.start).toBeCloseTo(row?.duration_ms ?? 0, 1);
    expect(call.start).toBeGreaterThanOrEqual(request.start);
    expect(call.end).toBeLessThanOrEqual(request.end);
    expect(call.end).toBeGreaterThan(call.start);
  });

  test('each retry is a span of its own', async () => {
    const { request, calls } = await traced(ask('retried'), 2);
    expect(request.attributes).toMatchObject({ 'llm_gateway.attempts': 2, 'llm_gateway.fallback': false });
    expect(request.status).toBe(0);
    expect(calls.map(({ attributes, status }) => [attributes['llm_gateway.attempt'], status])).toEqual([
      [1, ERROR_STATUS],
      [2, 0],
    ]);
    expect(calls[0]?.attributes).toMatchObject({ 'error.type': 'upstream_error', 'http.response.status_code': 500 });
    expect(calls.map(({ parentSpanId }) => parentSpanId)).toEqual([request.spanId, request.spanId]);
  });

  test('a call of a fallback says so', async () => {
    const { request, calls } = await traced(ask('fallen-back'), 2);
    expect(request.attributes).toMatchObject({
      'gen_ai.request.model': 'fallen-back',
      'llm_gateway.fallback': true,
      'llm_gateway.provider': 'second',
    });
    expect(calls.map(({ attributes }) => attributes['llm_gateway.fallback'])).toEqual([false, true]);
  });

  test('a stream has its tokens, its model and the time to its first chunk', async () => {
    const { request, calls } = await traced(ask('streaming', { stream: true }), 1);
    expect(request.attributes).toMatchObject({ 'gen_ai.request.stream': true, 'llm_gateway.output_tokens': 4 });
    expect(calls[0]?.attributes).toMatchObject({
      'gen_ai.request.stream': true,
      'gen_ai.provider.name': 'first',
      'gen_ai.response.model': 'm',
      'gen_ai.usage.output_tokens': 4,
    });
    expect(calls[0]?.attributes['gen_ai.response.time_to_first_chunk']).toBeGreaterThan(0);
  });

  test('a stream that broke off is an error, though its status was 200', async () => {
    const { request, calls } = await traced(ask('breaking-off', { stream: true }), 1);
    expect(request).toMatchObject({
      status: ERROR_STATUS,
      attributes: { 'http.response.status_code': 200, 'error.type': 'stream_interrupted' },
    });
    expect(calls[0]).toMatchObject({ status: ERROR_STATUS, attributes: { 'error.type': 'stream_interrupted' } });
  });

  test('a failed request is an error; one that the client got wrong is not the server’s', async () => {
    const failed = await traced(ask('failing'), 2);
    expect(failed.request).toMatchObject({ status: ERROR_STATUS, attributes: { 'error.type': 'upstream_error' } });
    expect(failed.request.attributes['http.response.status_code']).toBe(failed.response.status);
    const wrong = await traced(ask('wrong'), 1);
    expect(wrong.request).toMatchObject({ status: 0, attributes: { 'error.type': 'invalid_request_error' } });
    expect(wrong.calls[0]?.status).toBe(ERROR_STATUS);
  });

  test('an answer from the cache has no call', async () => {
    await traced(ask('cached'), 1);
    const { request, calls } = await traced(ask('cached'), 0);
    expect(calls).toEqual([]);
    expect(request).toMatchObject({
      status: 0,
      attributes: { 'llm_gateway.cache': 'hit', 'llm_gateway.attempts': 0, 'http.response.status_code': 200 },
    });
  });

  test('a request that got to no provider is a span without children', async () => {
    const unknown = await gateway.chat(ask('no-such-model'));
    expect(unknown.status).toBe(404);
    const row = (await gateway.rows('unknown')).at(-1);
    const [request, ...calls] = await receiver.trace(row?.trace_id, 1);
    expect(request?.attributes).toMatchObject({ 'llm_gateway.attempts': 0, 'http.response.status_code': 404 });
    expect(calls).toEqual([]);
  });

  test('a client that left leaves a trace that says so', async () => {
    const client = new AbortController();
    const arrived = upstream.nextCall();
    const asking = gateway.chat(ask('hanging'), { signal: client.signal }).catch(() => undefined);
    await arrived;
    client.abort();
    await asking;
    await until(async () => (await gateway.rows('hanging')).length === 1);
    const [row] = await gateway.rows('hanging');
    const [request, call] = await receiver.trace(row?.trace_id, 2);
    expect(request).toMatchObject({
      status: 0,
      attributes: { 'llm_gateway.status': 'aborted', 'http.response.status_code': 499 },
    });
    expect(call).toMatchObject({ status: 0, attributes: { 'llm_gateway.outcome': 'aborted' } });
  });

  test('goes on with the client’s trace and hands it to the provider', async () => {
    const { row, request, calls } = await traced(ask('good'), 1, {
      traceparent: `00-${CLIENT_TRACE}-${CLIENT_SPAN}-01`,
      tracestate: 'vendor=abc',
    });
    expect(row?.trace_id).toBe(CLIENT_TRACE);
    expect(request.parentSpanId).toBe(CLIENT_SPAN);
    expect(request.traceState).toBe('vendor=abc');
    expect(upstream.calls.at(-1)?.request.headers).toMatchObject({
      traceparent: `00-${CLIENT_TRACE}-${calls[0]?.spanId}-01`,
      tracestate: 'vendor=abc',
    });
  });

  test('each call of a request has a traceparent of its own', async () => {
    const { calls, request } = await traced(ask('retried'), 2);
    expect(upstream.calls.map(traceParentOf)).toEqual(calls.map(({ spanId }) => `00-${request.traceId}-${spanId}-01`));
  });

  test('does not keep what the client does not keep, and says so to the provider', async () => {
    const before = receiver.spans.length;
    const other = 'a'.repeat(32);
    await gateway.chat(ask('good'), {
      headers: {
        authorization: `Bearer ${CLIENT_KEY}`,
        'content-type': 'application/json',
        traceparent: `00-${other}-${CLIENT_SPAN}-00`,
      },
    });
    // What comes after it is there, so it would be too.
    const { spans } = await traced(ask('streaming', { stream: true }), 1);
    expect(receiver.spans.slice(before).filter(({ traceId }) => traceId === other)).toEqual([]);
    expect(spans).toHaveLength(2);
    expect(upstream.calls.map(traceParentOf)[0]).toMatch(new RegExp(`^00-${other}-[0-9a-f]{16}-00$`));
    expect((await gateway.rows('good')).at(-1)?.trace_id).toBe(other);
  });

  test('a trace that began here is an exemplar of the metrics', async () => {
    const { row } = await traced(ask('good'), 1);
    const metrics = await fetch(`${gateway.url}/metrics`, {
      headers: {
        authorization: `Bearer ${gateway.metricsToken}`,
        accept: 'application/openmetrics-text; version=1.0.0',
      },
    });
    expect(await metrics.text()).toContain(`trace_id="${row?.trace_id}"`);
  });

  test('nothing of prompts, answers and keys is sent; the configured headers are', async () => {
    await traced(ask('good'), 1);
    const sent = receiver.requests.map(({ body }) => body).join('\n');
    for (const secret of [PROMPT, ANSWER, CLIENT_KEY, 'sk-upstream', 'broken', 'no such thing']) {
      expect(sent).not.toContain(secret);
    }
    expect(receiver.requests.at(-1)).toMatchObject({ path: '/v1/traces', headers: { 'x-scope': 'tenant-7' } });
  });

  test('the admin API shows no header’s value', async () => {
    const { config: shown } = (await (await gateway.get('/api/v1/config', gateway.adminToken)).json()) as {
      config: { tracing: object };
    };
    expect(shown.tracing).toMatchObject({ enabled: true, headers: { 'x-scope': '***' } });
  });
});

describe('on its own', () => {
  const started: TestGateway[] = [];

  afterEach(async () => {
    await Promise.all(started.splice(0).map((gateway) => gateway.remove()));
  });

  async function startGateway(...options: Parameters<typeof TestGateway.start>): Promise<TestGateway> {
    const gateway = await TestGateway.start(...options);
    started.push(gateway);
    return gateway;
  }

  test('what has not been sent when the gateway stops is sent then', async () => {
    const gateway = await startGateway(
      config(
        upstream.url,
        `tracing: { enabled: true, endpoint: '${receiver.url}/v1/traces', service_name: last-words }`
      ),
      { env: { OTEL_BSP_SCHEDULE_DELAY: '60000' } }
    );
    await gateway.chat(ask('good'));
    const ofIt = () => receiver.spans.filter(({ resource }) => resource['service.name'] === 'last-words');
    expect(ofIt()).toEqual([]);
    expect(await gateway.stop()).toBe(0);
    expect(ofIt()).toHaveLength(2);
  });

  test('takes the receiver from OpenTelemetry’s environment variables', async () => {
    const gateway = await startGateway(config(upstream.url, 'tracing: { enabled: true, sample_ratio: 1 }'), {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_SERVICE_NAME: 'by-environment', ...FAST },
    });
    await gateway.chat(ask('good'));
    const [row] = await gateway.rows('good');
    expect((await receiver.trace(row?.trace_id, 2))[0]?.resource['service.name']).toBe('by-environment');
  });

  test('a receiver that fails is told of once, and holds up nobody', async () => {
    const broken = await TraceReceiver.start();
    broken.status = 400;
    const gateway = await startGateway(
      config(
        upstream.url,
        `tracing: { enabled: true, endpoint: '${broken.url}', headers: { authorization: Bearer s3cret } }`
      ),
      { env: FAST }
    );
    for (const _ of [1, 2, 3]) {
      const before = broken.requests.length;
      expect((await gateway.chat(ask('good'))).status).toBe(200);
      await until(async () => broken.requests.length > before);
    }
    await sleep(100);
    expect(gateway.output.split('traces are not sent as they should be')).toHaveLength(2);
    expect(gateway.output).not.toContain('s3cret');
    await broken.stop();
    expect((await gateway.chat(ask('good'))).status).toBe(200);
    const stopping = performance.now();
    expect(await gateway.stop()).toBe(0);
    expect(performance.now() - stopping).toBeLessThan(8_000);
  });

  test('with a share of 0 nothing is sent, yet requests have a trace id and providers get it', async () => {
    const before = receiver.requests.length;
    const gateway = await startGateway(
      config(upstream.url, `tracing: { enabled: true, endpoint: '${receiver.url}', sample_ratio: 0 }`),
      { env: FAST }
    );
    await gateway.chat(ask('good'));
    const [row] = await gateway.rows('good');
    expect(row?.trace_id).toMatch(/^[0-9a-f]{32}$/);
    expect(upstream.calls.map(traceParentOf)).toEqual([
      expect.stringMatching(new RegExp(`^00-${row?.trace_id}-[0-9a-f]{16}-00$`)),
    ]);
    await gateway.stop();
    expect(receiver.requests).toHaveLength(before);
  });

  test('with propagate: false, providers are told of no trace', async () => {
    const gateway = await startGateway(
      config(upstream.url, `tracing: { enabled: true, endpoint: '${receiver.url}', propagate: false }`),
      { env: FAST }
    );
    await gateway.chat(ask('good'));
    const [row] = await gateway.rows('good');
    expect(await receiver.trace(row?.trace_id, 2)).toHaveLength(2);
    expect(upstream.calls.map(traceParentOf)).toEqual([undefined]);
  });

  test('off by default: nothing is sent anywhere, and the client’s trace id is kept all the same', async () => {
    const before = receiver.requests.length;
    const gateway = await startGateway(config(upstream.url, ''), {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...FAST },
    });
    await gateway.chat(ask('good'), {
      headers: {
        authorization: `Bearer ${CLIENT_KEY}`,
        'content-type': 'application/json',
        traceparent: `00-${CLIENT_TRACE}-${CLIENT_SPAN}-01`,
        tracestate: 'vendor=abc',
      },
    });
    expect((await gateway.rows('good'))[0]?.trace_id).toBe(CLIENT_TRACE);
    expect(upstream.calls.map(traceParentOf)).toEqual([undefined]);
    expect(upstream.calls[0]?.request.headers).not.toHaveProperty('tracestate');
    await gateway.stop();
    expect(receiver.requests).toHaveLength(before);
  });
});

function traceParentOf({ request }: UpstreamCall): string | undefined {
  return request.headers['traceparent'] as string | undefined;
}
