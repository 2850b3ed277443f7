import { LLMock } from '@copilotkit/aimock';
import type OpenAI from 'openai';

import { TestGateway, configuration } from '../../support/gateway.js';
import { openAiClient } from '../../support/openAiClient.js';

/** Providers whose wire format a mock by somebody else speaks: what we took from their references, others did, too. */
const FOREIGN = [
  { type: 'openai', path: '/v1', model: 'gpt-4o' },
  { type: 'azure', path: '', model: 'my-gpt-4o', more: ', api_version: "2024-10-21"' },
  { type: 'gemini', path: '/v1beta', model: 'gemini-2.5-flash' },
  {
    type: 'bedrock',
    path: '',
    model: 'anthropic.claude-3-haiku-20240307-v1:0',
    more: ', region: us-east-1',
  },
  { type: 'cohere', path: '', model: 'command-a-03-2025' },
  { type: 'openai-compatible', path: '/v1', model: 'qwen3' },
] as const;

const TEXT = 'It is sunny in Kraków, with 23 °C and light wind from the west.';
const CALLS = [
  { name: 'weather', arguments: '{"city":"Bern"}' },
  { name: 'weather', arguments: '{"city":"Rome"}' },
];
const TOOLS: OpenAI.ChatCompletionFunctionTool[] = [
  { type: 'function', function: { name: 'weather', parameters: { type: 'object', properties: {} } } },
];

let foreign: LLMock;
let gateway: TestGateway;
let client: OpenAI;

beforeAll(async () => {
  foreign = new LLMock({ port: 0, chunkSize: 7 });
  foreign.onMessage(/both/, { toolCalls: CALLS });
  foreign.onMessage(/limit/, { error: { message: 'Too many requests.', type: 'rate_limit_error' }, status: 429 });
  foreign.onMessage(/.*/, { content: TEXT });
  await foreign.start();
  const providers = FOREIGN.map(({ type, path, ...rest }) => {
    const more = 'more' in rest ? rest.more : '';
    return `  - { name: ${type}, type: ${type}, base_url: "${foreign.url}${path}", api_key: upstream-key${more} }`;
  });
  const models = FOREIGN.map(
    ({ type, model }) => `  - { name: ${type}, deployments: [{ provider: ${type}, model: "${model}" }] }`
  );
  gateway = await TestGateway.start(
    configuration(`providers:\n${providers.join('\n')}\nmodels:\n${models.join('\n')}\nrouting: { max_attempts: 1 }\n`)
  );
  client = openAiClient(gateway);
});

afterAll(async () => {
  await gateway?.remove();
  await foreign?.stop();
});

const ask = (content: string) => [{ role: 'user' as const, content }];
const called = (calls: ReadonlyArray<{ function?: { name?: string; arguments?: string } }> | undefined) =>
  (calls ?? []).map((call) => ({
    name: call.function?.name,
    given: JSON.parse(call.function?.arguments ?? '') as unknown,
  }));
const EXPECTED = CALLS.map(({ name, arguments: given }) => ({ name, given: JSON.parse(given) as unknown }));

describe.each(FOREIGN)('$type, served by aimock', ({ type: model }) => {
  test('a whole answer', async () => {
    const { choices, usage } = await client.chat.completions.create({ model, messages: ask('What is the weather?') });
    expect(choices).toMatchObject([{ message: { role: 'assistant', content: TEXT }, finish_reason: 'stop' }]);
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
  });

  test('a stream', async () => {
    const stream = client.chat.completions.stream({ model, messages: ask('What is the weather?') });
    const { choices } = await stream.finalChatCompletion();
    expect(choices).toMatchObject([{ message: { content: TEXT }, finish_reason: 'stop' }]);
  });

  test('parallel calls of tools, whole and streamed', async () => {
    const request = { model, messages: ask('Both cities, please.'), tools: TOOLS };
    const { choices } = await client.chat.completions.create({ ...request, messages: ask('both') });
    const message = choices[0]?.message;
    expect(choices[0]?.finish_reason).toBe('tool_calls');
    expect(called(message?.tool_calls as OpenAI.ChatCompletionMessageFunctionToolCall[])).toEqual(EXPECTED);
    const stream = client.chat.completions.stream({ ...request, messages: ask('both') });
    expect(called((await stream.finalChatCompletion()).choices[0]?.message.tool_calls)).toEqual(EXPECTED);
  });

  test('an error is what it was', async () => {
    await expect(client.chat.completions.create({ model, messages: ask('limit') })).rejects.toMatchObject({
      status: 429,
    });
  });
});
