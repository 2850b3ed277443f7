import type { FastifyInstance } from 'fastify';
import { Agent, type Dispatcher, request } from 'undici';

import { ManualClock, simulatedConfig } from '../../../tests/support/simulator.js';
import { SimulatorControl } from './control.js';
import type { BehaviourPatch } from './patch.js';
import { createSimulator } from './server.js';

/** Long enough to tell a stall from a slow answer. */
const SILENCE_MS = 150;

/** A connection that was cut off is closed or reset, as the client's socket happens to see it first. */
const CUT_OFF = ['UND_ERR_SOCKET', 'ECONNRESET'];

let app: FastifyInstance;
let base: string;
let clock: ManualClock;
let control: SimulatorControl;
let client: Agent;

async function start(options: { stallLimitMs?: number } = {}): Promise<void> {
  clock = new ManualClock();
  control = new SimulatorControl(simulatedConfig({ name: 'demo' }), clock);
  app = createSimulator(control, options);
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  base = `${origin}/${Buffer.from('demo').toString('base64url')}/v1`;
  client = new Agent();
}

beforeEach(() => start());
afterEach(async () => {
  await client.destroy();
  await app.close();
});

const behave = (behaviour: BehaviourPatch) => control.patch('demo', behaviour);

function chat(
  body: object = {},
  options: { signal?: AbortSignal; headersTimeout?: number; bodyTimeout?: number } = {}
) {
  return request(`${base}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'small', messages: [{ role: 'user', content: 'hello' }], ...body }),
    dispatcher: client,
    ...options,
  });
}

const models = () => request(`${base}/models`, { dispatcher: client });

/** What came of a stream before it broke off, and why it did. */
async function broken({ body }: Dispatcher.ResponseData): Promise<{ text: string; code: string | undefined }> {
  let text = '';
  try {
    for await (const chunk of body) {
      text += String(chunk);
    }
    return { text, code: undefined };
  } catch (error) {
    return { text, code: (error as NodeJS.ErrnoException).code };
  }
}

function tokensIn(events: string): number {
  return [...events.matchAll(/"delta":\{"content":/g)].length;
}

async function openConnections(): Promise<number> {
  return new Promise((resolve) => app.server.getConnections((_error, count) => resolve(count)));
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 2_000;
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error('did not come true in 2 s');
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('errors', () => {
  test('a 429 says when to come back', async () => {
    behave({ errors: [{ share: 1, status: 429, retry_after_seconds: 7 }] });
    const response = await chat();
    expect(response.statusCode).toBe(429);
    expect(response.headers).toMatchObject({ 'retry-after': '7' });
    expect(await response.body.json()).toMatchObject({
      error: { type: 'rate_limit_error', code: 'rate_limit_exceeded' },
    });
  });

  test.each(['context_length_exceeded', 'content_filter'])('a request is refused with %s', async (code) => {
    behave({ errors: [{ share: 1, status: 400, code }] });
    const response = await chat({ stream: true });
    expect(response.statusCode).toBe(400);
    expect(await response.body.json()).toMatchObject({ error: { type: 'invalid_request_error', code } });
  });
});

describe('resets', () => {
  test.each([true, false])('before the answer (stream: %p)', async (stream) => {
    behave({ reset_rate: 1 });
    await expect(chat({ stream })).rejects.toMatchObject({ code: expect.stringMatching(CUT_OFF.join('|')) });
  });

  test('in the middle of a stream, after what was sent', async () => {
    behave({ stream_reset_rate: 1 });
    const response = await chat({ stream: true });
    expect(response.statusCode).toBe(200);
    const { text, code } = await broken(response);
    expect(CUT_OFF).toContain(code);
    expect(tokensIn(text)).toBe(10);
    expect(text).not.toContain('[DONE]');
  });

  test('of streams leave whole answers alone', async () => {
    behave({ stream_reset_rate: 1, stream_stall_rate: 1 });
    expect((await chat()).statusCode).toBe(200);
  });
});

describe('stalls', () => {
  test.each([true, false])('a request is accepted and never answered (stream: %p)', async (stream) => {
    behave({ stall_rate: 1 });
    const call = chat({ stream }, { signal: AbortSignal.timeout(SILENCE_MS) });
    await eventually(async () => (await openConnections()) === 1);
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
    await eventually(async () => (await openConnections()) === 0);
  });

  test('a stream stops in the middle and stays open', async () => {
    behave({ stream_stall_rate: 1 });
    const leave = new AbortController();
    const response = await chat({ stream: true }, { signal: leave.signal });
    const end = broken(response);
    await new Promise((resolve) => setTimeout(resolve, SILENCE_MS));
    expect(await openConnections()).toBe(1);
    leave.abort();
    const { text } = await end;
    expect(tokensIn(text)).toBe(10);
    expect(text).not.toContain('[DONE]');
    await eventually(async () => (await openConnections()) === 0);
  });

  test.each([{ stall_rate: 1 }, { stream_stall_rate: 1 }])(
    '%j ends at the limit, however patient the client',
    async (stalling) => {
      await app.close();
      await start({ stallLimitMs: SILENCE_MS });
      behave(stalling);
      const begun = performance.now();
      const { code } = await chat({ stream: true }).then(broken, (error: NodeJS.ErrnoException) => ({
        code: error.code,
      }));
      expect(CUT_OFF).toContain(code);
      expect(performance.now() - begun).toBeGreaterThan(SILENCE_MS - 10);
    }
  );

  test('do not keep the simulator from closing', async () => {
    behave({ stall_rate: 1 });
    const call = chat().catch((error: NodeJS.ErrnoException) => error.code);
    await eventually(async () => (await openConnections()) === 1);
    await app.close();
    expect(CUT_OFF).toContain(await call);
  });
});

test('slow tokens are slow, and end with the client', async () => {
  behave({ tokens_per_second: 20 });
  const leave = new AbortController();
  const response = await chat({ stream: true }, { signal: leave.signal });
  const end = broken(response);
  await new Promise((resolve) => setTimeout(resolve, 220));
  leave.abort();
  const tokens = tokensIn((await end).text);
  expect(tokens).toBeGreaterThanOrEqual(2);
  expect(tokens).toBeLessThanOrEqual(6);
  await eventually(async () => (await openConnections()) === 0);
});

test('a client that leaves during the latency is not worked for', async () => {
  behave({ latency_ms: 600_000 });
  await expect(chat({}, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' });
  await eventually(async () => (await openConnections()) === 0);
});

describe('outages', () => {
  const outages = [{ every_seconds: 60, for_seconds: 10, offset_seconds: 20, status: 503, reset: false }];

  test('come and go by the timetable, for the list of models too', async () => {
    behave({ outages });
    for (const [at, status] of [
      [0, 200],
      [20, 503],
      [30, 200],
      [80, 503],
    ] as const) {
      clock.advance(at * 1_000 - clock.now());
      expect([(await chat()).statusCode, (await models()).statusCode]).toEqual([status, status]);
    }
  });

  test('can reset connections', async () => {
    behave({ outages: outages.map((outage) => ({ ...outage, offset_seconds: 0, reset: true })) });
    await expect(chat()).rejects.toMatchObject({ code: expect.stringMatching(CUT_OFF.join('|')) });
    await expect(models()).rejects.toMatchObject({ code: expect.stringMatching(CUT_OFF.join('|')) });
  });

  test('answer at once, however slow the provider else is', async () => {
    behave({ latency_ms: 600_000, outages: [{ ...outages[0]!, offset_seconds: 0 }] });
    expect((await chat()).statusCode).toBe(503);
  });
});

describe('the rate limit', () => {
  test('is told with each answer, and refuses when it is used up', async () => {
    behave({ rate_limit: { requests_per_minute: 2, tokens_per_minute: 10_000 } });
    const first = await chat();
    const { usage } = (await first.body.json()) as { usage: { total_tokens: number } };
    expect(first.headers).toMatchObject({
      'x-ratelimit-limit-requests': '2',
      'x-ratelimit-remaining-requests': '1',
      'x-ratelimit-remaining-tokens': String(10_000 - usage.total_tokens),
    });
    expect((await chat({ stream: true })).headers).toMatchObject({ 'x-ratelimit-remaining-requests': '0' });
    clock.advance(45_000);
    const refused = await chat();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({ 'retry-after': '15', 'x-ratelimit-remaining-requests': '0' });
    expect(await refused.body.json()).toMatchObject({ error: { code: 'rate_limit_exceeded' } });
    clock.advance(15_000);
    expect((await chat()).statusCode).toBe(200);
  });

  test('counts each model by itself', async () => {
    behave({ rate_limit: { requests_per_minute: 1 } });
    expect((await chat()).statusCode).toBe(200);
    expect((await chat({ model: 'large' })).statusCode).toBe(200);
    expect((await chat()).statusCode).toBe(429);
  });
});

test('what is changed holds from the next request on, and is over by itself', async () => {
  control.patch('demo', { error_rate: 1, error_status: 502 }, { forSeconds: 30 });
  expect((await chat()).statusCode).toBe(502);
  clock.advance(30_000);
  expect((await chat()).statusCode).toBe(200);
});
