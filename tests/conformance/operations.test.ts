import { APIError, toFile, type OpenAI } from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { openAiClient } from '../support/openAiClient.js';
import { RawUpstream, type UpstreamCall } from '../support/rawUpstream.js';

const QUICK = 'simulator: { latency_ms: 0, tokens_per_second: 1000000, output_tokens: 4 }';
let upstream: RawUpstream;
let gateway: TestGateway;
let client: OpenAI;

beforeAll(async () => {
  upstream = await RawUpstream.start({ 'no-rerank': ({ response }: UpstreamCall) => void response.end() });
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: demo, type: simulator, ${QUICK} }
  - { name: openai, type: openai, base_url: "${upstream.url}/v1", api_key: k }
models:
  - { name: text, deployments: [{ provider: demo, model: text }] }
  - { name: priced, deployments: [{ provider: demo, model: p, price: { per_million_characters_usd: 15 } }] }
  - { name: drawn, deployments: [{ provider: demo, model: d, price: { per_image_usd: 0.04 } }] }
  - { name: heard, deployments: [{ provider: demo, model: h, price: { per_audio_second_usd: 0.0001 } }] }
  - { name: vectors, cache: true, deployments: [{ provider: demo, model: v, price: { input_per_million_usd: 20000 } }] }
  - { name: no-rerank, deployments: [{ provider: openai, model: m }] }
  - { name: rerank-elsewhere, deployments: [{ provider: openai, model: m }, { provider: demo, model: m }] }
  - { name: with/slash, deployments: [{ provider: demo, model: m }] }
`)
  );
  client = openAiClient(gateway);
});
afterAll(async () => {
  await gateway?.remove();
  await upstream?.stop();
});

async function lastRow(model: string) {
  return (await gateway.rows(model)).at(-1);
}

test('completions, whole and streamed, with what they used', async () => {
  const whole = await client.completions.create({ model: 'text', prompt: 'Once', max_tokens: 3 });
  expect(whole.object).toBe('text_completion');
  expect(whole.choices[0]?.text).not.toBe('');
  let text = '';
  const stream = await client.completions.create({ model: 'text', prompt: 'Once', max_tokens: 3, stream: true });
  for await (const { choices } of stream) {
    text += choices[0]?.text ?? '';
  }
  expect(text).toBe(whole.choices[0]?.text);
  const rows = await gateway.rows('text');
  expect(rows).toMatchObject([
    { operation: 'completions', streaming: 0, output_tokens: 3, usage_source: 'provider' },
    { operation: 'completions', streaming: 1, output_tokens: 3, usage_source: 'provider' },
  ]);
});

test('embeddings: priced by their input, and given again from the cache', async () => {
  const ask = () => client.embeddings.create({ model: 'vectors', input: ['a cat', 'a cat and a dog', 'law'] });
  const first = await ask();
  expect(first.data).toHaveLength(3);
  expect(first.data[0]?.embedding.length).toBe(256);
  expect(await ask()).toEqual(first);
  const rows = await gateway.rows('vectors');
  const input_tokens = first.usage.prompt_tokens;
  expect(rows).toMatchObject([
    {
      operation: 'embeddings',
      cache: 'miss',
      input_tokens,
      output_tokens: 0,
      cost_nano_usd: input_tokens * 20_000_000,
    },
    { operation: 'embeddings', cache: 'hit', cost_nano_usd: 0 },
  ]);
});

test('images are counted and priced by the image', async () => {
  const { data } = await client.images.generate({ model: 'drawn', prompt: 'a cat', n: 2 });
  expect(data).toHaveLength(2);
  expect(Buffer.from(data?.[0]?.b64_json ?? '', 'base64').toString('latin1', 1, 4)).toBe('PNG');
  expect(await lastRow('drawn')).toMatchObject({ operation: 'images', images: 2, cost_nano_usd: 80_000_000 });
});

test('images that are streamed are counted and priced the same', async () => {
  const seen: string[] = [];
  for await (const { type, b64_json } of await client.images.generate({
    ...{ model: 'drawn', prompt: 'a cat', n: 2, stream: true },
  })) {
    seen.push(`${type} ${Buffer.from(b64_json, 'base64').toString('latin1', 1, 4)}`);
  }
  const each = ['image_generation.partial_image PNG', 'image_generation.completed PNG'];
  expect(seen).toEqual([...each, ...each]);
  expect(await lastRow('drawn')).toMatchObject({ streaming: 1, images: 2, cost_nano_usd: 80_000_000 });
});

test('speech in events is the same sound, with what it used', async () => {
  const request = { model: 'priced', input: 'Hello there', voice: 'alloy' };
  const whole = Buffer.from(await (await client.audio.speech.create(request)).arrayBuffer());
  const answer = await client.audio.speech.create({ ...request, stream_format: 'sse' });
  const events = (await answer.text()).split('\n\n').flatMap((event) => /^data: (.*)$/m.exec(event)?.[1] ?? []);
  const told = events.map((data) => JSON.parse(data) as { type: string; audio?: string });
  expect(Buffer.concat(told.map(({ audio = '' }) => Buffer.from(audio, 'base64')))).toEqual(whole);
  expect(told.at(-1)?.type).toBe('speech.audio.done');
  expect(await lastRow('priced')).toMatchObject({ operation: 'speech', streaming: 1, usage_source: 'provider' });
});

test('speech is passed on as it comes, and priced by the character', async () => {
  const answer = await client.audio.speech.create({ model: 'priced', input: 'Grüße', voice: 'alloy' });
  expect(answer.headers.get('content-type')).toBe('audio/wav');
  expect(answer.headers.get('x-llm-gateway-provider')).toBe('demo');
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 4)).toBe('RIFF');
  expect(await lastRow('priced')).toMatchObject({ operation: 'speech', characters: 5, cost_nano_usd: 75_000 });
});

describe('transcriptions', () => {
  const sound = (bytes: number) => toFile(Buffer.alloc(bytes, 1), 'sound.wav', { type: 'audio/wav' });

  test.each([
    ['small', 10_000],
    ['too large for memory', 3_000_000],
  ])('of a file that is %s', async (_what, bytes) => {
    const { text } = await client.audio.transcriptions.create({ model: 'heard', file: await sound(bytes) });
    expect(text).toContain('simulated provider');
    const row = await lastRow('heard');
    expect(row).toMatchObject({ operation: 'transcriptions', provider: 'demo', usage_source: 'provider' });
    const seconds = row?.audio_seconds ?? 0;
    expect(seconds).toBeGreaterThanOrEqual(Math.ceil(bytes / 8_000));
    expect(row?.cost_nano_usd).toBe(seconds * 100_000);
  });

  test('streamed', async () => {
    let text = '';
    const request = { model: 'heard', file: await sound(16_000), stream: true as const };
    for await (const event of await client.audio.transcriptions.create(request)) {
      text += event.type === 'transcript.text.delta' ? event.delta : '';
    }
    expect(text).toContain('simulated provider');
    const row = await lastRow('heard');
    expect(row).toMatchObject({ streaming: 1, usage_source: 'provider' });
    expect(row?.cost_nano_usd).toBe((row?.audio_seconds ?? 0) * 100_000);
  });

  test.each(['text', 'vtt'] as const)('as %s', async (response_format) => {
    const text = await client.audio.transcriptions.create({
      model: 'heard',
      file: await sound(100_000),
      response_format,
    });
    expect(String(text)).toContain('simulated provider');
    expect(await lastRow('heard')).toMatchObject({ operation: 'transcriptions', usage_source: 'estimated' });
  });

  test('what is no form is refused', async () => {
    const answer = await fetch(`${gateway.url}/v1/audio/transcriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CLIENT_KEY}`, 'content-type': 'application/json' },
      body: '{"model":"heard"}',
    });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ error: { code: 'unsupported_media_type' } });
  });
});

test('moderations', async () => {
  const { results } = await client.moderations.create({ model: 'text', input: ['fine', 'Flag me'] });
  expect(results.map(({ flagged }) => flagged)).toEqual([false, true]);
  expect(await lastRow('text')).toMatchObject({ operation: 'moderations', input_tokens: 0 });
});

const rerank = (model: string) =>
  client.post<{ results: ReadonlyArray<{ index: number }> }>('/rerank', {
    body: { model, query: 'red cat', documents: ['blue dog', 'a red cat'], top_n: 1 },
  });

test('rerank', async () => {
  expect((await rerank('text')).results).toMatchObject([{ index: 1, relevance_score: 1 }]);
  expect(await lastRow('text')).toMatchObject({ operation: 'rerank', output_tokens: 0 });
});

test('a model of which no provider can do it is refused by name, and nobody is called', async () => {
  const error = await rerank('no-rerank').catch((thrown: unknown) => thrown as APIError);
  expect(error).toBeInstanceOf(APIError);
  expect(error).toMatchObject({ status: 400, code: 'operation_not_supported', param: 'model' });
  expect((error as APIError).message).toMatch(/"no-rerank".*\/v1\/rerank.*rerank.*openai \(openai\)/);
  expect(upstream.calls).toHaveLength(0);
  expect(await lastRow('no-rerank')).toMatchObject({ operation: 'rerank', status: 'error', attempts: 0 });
});

test('a deployment that cannot do it is passed over', async () => {
  expect((await rerank('rerank-elsewhere')).results).toMatchObject([{ index: 1 }]);
  expect(await lastRow('rerank-elsewhere')).toMatchObject({ provider: 'demo', attempts: 1 });
});

test('models, all and one by one', async () => {
  const ids = (await client.models.list()).data.map(({ id }) => id);
  expect(ids).toContain('with/slash');
  expect(await client.models.retrieve('text')).toMatchObject({ id: 'text', object: 'model' });
  expect(await client.models.retrieve('with/slash')).toMatchObject({ id: 'with/slash' });
  await expect(client.models.retrieve('nope')).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
});

test.each([
  ['/completions', {}, 'prompt'],
  ['/embeddings', { input: [] }, 'input'],
  ['/images/generations', {}, 'prompt'],
  ['/audio/speech', { voice: 'alloy' }, 'input'],
  ['/moderations', {}, 'input'],
  ['/rerank', { query: 'x' }, 'documents'],
  ['/responses', {}, 'input'],
])('%s without what it needs names the field', async (path, body, param) => {
  await expect(client.post(path, { body: { model: 'text', ...body } })).rejects.toMatchObject({ status: 400, param });
});
