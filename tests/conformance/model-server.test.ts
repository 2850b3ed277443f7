import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI, { APIError } from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { LlamaServer, hasLlamaServer } from '../support/llamaServer.js';
import { writeTinyModel } from '../support/tinyModel.js';
import { until } from '../support/until.js';

/** A model that runs: llama.cpp's, by the server of llama-cpp-python, behind the gateway. */
const where = hasLlamaServer ? describe : describe.skip;

jest.setTimeout(90_000);

where('llama.cpp (skipped where no Python has llama-cpp-python[server]; LLAMA_CPP_PYTHON names one)', () => {
  const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-model-'));
  let server: LlamaServer;
  let gateway: TestGateway;
  let client: OpenAI;
  let anthropic: Anthropic;

  beforeAll(async () => {
    const file = join(directory, 'tiny.gguf');
    writeTinyModel(file);
    server = await LlamaServer.start(file, 'tiny', 'model-server-key');
    gateway = await TestGateway.start(
      configuration(`
providers: [{ name: own, type: openai-compatible, base_url: "${server.url}/v1", api_key: model-server-key }]
models: [{ name: local, deployments: [{ provider: own, model: tiny }] }]
`)
    );
    client = new OpenAI({ apiKey: CLIENT_KEY, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
    anthropic = new Anthropic({ apiKey: CLIENT_KEY, baseURL: gateway.url, maxRetries: 0 });
  });

  afterAll(async () => {
    await gateway?.remove();
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'Say something.' }];
  const weather = {
    name: 'weather',
    description: 'Tells the weather.',
    parameters: { type: 'object', properties: { city: { enum: ['Paris', 'Rome'] } }, required: ['city'] },
  };
  const CITY = { city: expect.stringMatching(/^(?:Paris|Rome)$/) as string };

  test('a chat completion, and the ledger has its tokens', async () => {
    const answer = await client.chat.completions.create({ model: 'local', messages, max_tokens: 12 });
    expect(answer.choices[0]?.message.content).toMatch(/^(?: [a-z]+){12}$/);
    expect(answer.choices[0]?.finish_reason).toBe('length');
    const row = (await gateway.rows('local')).at(-1);
    expect(row).toMatchObject({
      input_tokens: answer.usage?.prompt_tokens,
      output_tokens: 12,
      usage_source: 'provider',
      served_model: 'tiny',
      status: 'success',
    });
  });

  test('a stream: its tokens are counted, as this server does not report them', async () => {
    const stream = await client.chat.completions.create({ model: 'local', messages, max_tokens: 40, stream: true });
    let text = '';
    let finish: string | null | undefined;
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? '';
      finish = choices[0]?.finish_reason ?? finish;
    }
    expect(text).toMatch(/^(?: [a-z]+){40}$/);
    expect(finish).toBe('length');
    const row = (await gateway.rows('local')).at(-1);
    expect(row).toMatchObject({ usage_source: 'estimated', streaming: 1, status: 'success' });
    expect(row?.output_tokens).toBeGreaterThan(20);
    expect(row?.output_tokens).toBeLessThan(80);
  });

  test('a seed makes an answer repeatable, a stop ends it', async () => {
    const ask = (more: object) =>
      client.chat.completions.create({ model: 'local', messages, max_tokens: 30, temperature: 2, seed: 7, ...more });
    const [once, again] = [await ask({}), await ask({})];
    const text = once.choices[0]?.message.content ?? '';
    expect(again.choices[0]?.message.content).toBe(text);
    const third = text.trim().split(' ')[2];
    const stopped = (await ask({ stop: [` ${third}`] })).choices[0];
    expect(stopped?.finish_reason).toBe('stop');
    expect(text.startsWith(stopped?.message.content ?? 'nothing')).toBe(true);
  });

  test('JSON mode, held to a schema by the server', async () => {
    const schema = { type: 'object', properties: { sunny: { type: 'boolean' } }, required: ['sunny'] };
    const format = { type: 'json_object', schema } as OpenAI.ResponseFormatJSONObject;
    const answer = await client.chat.completions.create({
      model: 'local',
      messages,
      max_tokens: 300,
      response_format: format,
    });
    expect(JSON.parse(answer.choices[0]?.message.content ?? '')).toEqual({ sunny: expect.any(Boolean) as boolean });
  });

  test('a tool call, whole and as a stream', async () => {
    const asked = {
      model: 'local',
      messages,
      tools: [{ type: 'function', function: weather }],
      tool_choice: { type: 'function', function: { name: 'weather' } },
    } satisfies Partial<OpenAI.ChatCompletionCreateParams>;
    const whole = await client.chat.completions.create(asked);
    const call = whole.choices[0]?.message.tool_calls?.[0] as OpenAI.ChatCompletionMessageFunctionToolCall;
    expect(call.function.name).toBe('weather');
    expect(JSON.parse(call.function.arguments)).toEqual(CITY);

    let streamed = '';
    for await (const { choices } of await client.chat.completions.create({ ...asked, stream: true })) {
      streamed += choices[0]?.delta.tool_calls?.[0]?.function?.arguments ?? '';
    }
    expect(JSON.parse(streamed)).toEqual(CITY);
  });

  test("Anthropic's client: text and a tool call, streamed, though this server repeats the tool's name in each piece", async () => {
    const said = await anthropic.messages
      .stream({ model: 'local', max_tokens: 12, messages: [{ role: 'user', content: 'Say something.' }] })
      .finalMessage();
    expect(said.content).toEqual([expect.objectContaining({ type: 'text', text: expect.stringMatching(/ [a-z]+/) })]);
    expect(said.stop_reason).toBe('max_tokens');

    const { parameters, ...tool } = weather;
    const called = await anthropic.messages
      .stream({
        model: 'local',
        max_tokens: 200,
        messages: [{ role: 'user', content: 'What is the weather like?' }],
        tools: [{ ...tool, input_schema: parameters as Anthropic.Tool.InputSchema }],
        tool_choice: { type: 'tool', name: 'weather' },
      })
      .finalMessage();
    expect(called.content).toEqual([expect.objectContaining({ type: 'tool_use', name: 'weather', input: CITY })]);
    expect(called.stop_reason).toBe('tool_use');
  });

  test('legacy completions with log probabilities', async () => {
    const answer = await client.completions.create({ model: 'local', prompt: 'Say', max_tokens: 3, logprobs: 2 });
    expect(answer.choices[0]?.logprobs?.tokens).toHaveLength(3);
    expect(answer.usage?.completion_tokens).toBe(3);
  });

  test("a prompt beyond the model's context is refused in the server's words", async () => {
    const long: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'x'.repeat(3_000) }];
    const refused = await client.chat.completions.create({ model: 'local', messages: long }).catch((error) => error);
    expect(refused).toBeInstanceOf(APIError);
    expect(refused).toMatchObject({ status: 400, code: 'context_length_exceeded' });
    expect((refused as APIError).message).toContain('maximum context length is 1024 tokens');
  });

  test('a client that leaves', async () => {
    const stream = await client.chat.completions.create({ model: 'local', messages, max_tokens: 900, stream: true });
    for await (const { choices } of stream) {
      if ((choices[0]?.delta.content ?? '') !== '') {
        break;
      }
    }
    await until(async () => (await gateway.rows('local')).at(-1)?.status === 'aborted');
    const next = await client.chat.completions.create({ model: 'local', messages, max_tokens: 2 });
    expect(next.choices[0]?.message.content).toMatch(/ [a-z]+/);
  });
});
