import type { FastifyInstance } from 'fastify';

import { simulatedConfig } from '../../../tests/support/simulator.js';
import { SimulatorControl } from './control.js';
import { createSimulator } from './server.js';

const config = simulatedConfig({
  name: 'eu/demo',
  models: {
    broken: { error_rate: 1, error_status: 429 },
    slow: { latency_ms: 40, tokens_per_second: 500, output_tokens: 30 },
  },
});

let app: FastifyInstance;
let origin: string;
beforeAll(async () => {
  app = createSimulator(new SimulatorControl(config));
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

async function ask(body: object, name = 'eu/demo') {
  const response = await fetch(`${origin}/${Buffer.from(name).toString('base64url')}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'small', messages: [{ role: 'user', content: 'hello' }], ...body }),
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

interface Chunk {
  readonly choices: ReadonlyArray<{
    readonly delta: { readonly content?: string };
    readonly finish_reason: string | null;
  }>;
  readonly usage?: object;
}

function chunksOf(stream: string): Chunk[] {
  const events = stream.split('\n\n').slice(0, -1);
  expect(events.at(-1)).toBe('data: [DONE]');
  return events.slice(0, -1).map((event) => JSON.parse(event.replace(/^data: /, '')) as Chunk);
}

test('a stream says the same as the whole answer, one token an event', async () => {
  const whole = JSON.parse((await ask({})).text) as { choices: [{ message: { content: string } }]; usage: object };
  const response = await ask({ stream: true, stream_options: { include_usage: true } });
  expect(response.type).toMatch(/^text\/event-stream/);
  const chunks = chunksOf(response.text);
  const texts = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta.content ?? ''));
  expect(texts.join('')).toBe(whole.choices[0].message.content);
  expect(texts.filter((text) => text !== '')).toHaveLength(20);
  expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
});

test('usage is sent only where it is asked for', async () => {
  const chunks = chunksOf((await ask({ stream: true })).text);
  expect(chunks.some(({ usage }) => usage !== undefined)).toBe(false);
});

test('fails as it was told to', async () => {
  const response = await ask({ model: 'broken' });
  expect(response.status).toBe(429);
  expect(JSON.parse(response.text)).toMatchObject({ error: { type: 'rate_limit_error' } });
});

test('is as slow as it was told to be, whole or streamed', async () => {
  for (const stream of [true, false]) {
    const start = performance.now();
    await ask({ model: 'slow', stream });
    const elapsed = performance.now() - start;
    expect(elapsed).toBeGreaterThan(40 + 29 * 2 - 10);
  }
});

test.each([{ messages: [] }, { messages: 'hi' }, { max_tokens: 0 }, { stream: 'maybe' }])(
  'refuses what a provider would refuse: %j',
  async (body) => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    expect(JSON.parse(response.text)).toMatchObject({ error: { type: 'invalid_request_error' } });
  }
);

test('another provider’s name is not served', async () => {
  const response = await ask({}, 'other');
  expect(response.status).toBe(404);
  expect(response.text).toContain('No simulated provider is called');
});

test('lists the models that the configuration names', async () => {
  const response = await fetch(`${origin}/${Buffer.from('eu/demo').toString('base64url')}/v1/models`);
  expect(await response.json()).toEqual({
    object: 'list',
    data: ['small', 'broken', 'slow'].map((id) => ({ id, object: 'model', created: 0, owned_by: 'eu/demo' })),
  });
});

test('the longest name there can be is served', async () => {
  const name = '~'.repeat(200);
  const longest = createSimulator(new SimulatorControl(simulatedConfig({ name })));
  try {
    const url = await longest.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${url}/${Buffer.from(name).toString('base64url')}/v1/models`);
    expect(response.status).toBe(200);
  } finally {
    await longest.close();
  }
});
