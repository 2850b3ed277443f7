import OpenAI from 'openai';

import { openAiClient } from '../support/openAiClient.js';
import {
  CITIES,
  GREETING,
  PERSON,
  PERSON_SCHEMA,
  REPORT,
  THOUGHT,
  USAGE,
  WEATHER_SCHEMA,
  WeatherProviders,
} from '../support/weather.js';

let providers: WeatherProviders;
let client: OpenAI;

beforeAll(async () => {
  providers = await WeatherProviders.start();
  client = openAiClient(providers.gateway);
});

afterAll(() => providers?.stop());

type Request = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'stream'>;

const ask = (content: string, model = 'claude'): Request => ({ model, messages: [{ role: 'user', content }] });
const tools: OpenAI.ChatCompletionTool[] = [
  {
    type: 'function',
    function: { name: 'get_weather', description: 'Weather of a city.', parameters: WEATHER_SCHEMA },
  },
];

/** Asks whole or streamed; both amount to a completion. */
async function answer(streamed: boolean, request: Request): Promise<OpenAI.ChatCompletion> {
  return streamed
    ? client.chat.completions.stream({ ...request, stream_options: { include_usage: true } }).finalChatCompletion()
    : client.chat.completions.create(request);
}

describe.each([false, true])("OpenAI's client, Anthropic's model, streamed: %s", (streamed) => {
  test('chat, with its usage', async () => {
    const { choices, usage } = await answer(streamed, ask('Say hello.'));
    expect(choices).toMatchObject([{ message: { role: 'assistant', content: GREETING }, finish_reason: 'stop' }]);
    expect(usage).toMatchObject({
      prompt_tokens: USAGE.input,
      completion_tokens: USAGE.output,
      total_tokens: USAGE.input + USAGE.output,
    });
  });

  test('two calls at once, and what is made of their results', async () => {
    const question = ask('How is the weather?');
    const first = (await answer(streamed, { ...question, tools, tool_choice: 'required' })).choices[0];
    expect(first).toMatchObject({ finish_reason: 'tool_calls', message: { content: 'I look.' } });
    const calls = first?.message.tool_calls ?? [];
    expect(calls.map((call) => (call.type === 'function' ? call.function : undefined))).toMatchObject(
      CITIES.map((city) => ({ name: 'get_weather', arguments: JSON.stringify({ city }) }))
    );
    const results = calls.map(({ id }) => ({ role: 'tool' as const, tool_call_id: id, content: '20 °C' }));
    const messages = [...question.messages, first?.message as OpenAI.ChatCompletionMessage, ...results];
    const second = await answer(streamed, { ...question, tools, messages });
    expect(second.choices[0]?.message.content).toBe(REPORT);
  });

  test('an answer by a schema', async () => {
    const { choices } = await answer(streamed, {
      ...ask('Tell me of a person.'),
      response_format: { type: 'json_schema', json_schema: { name: 'person', schema: PERSON_SCHEMA, strict: true } },
    });
    expect(JSON.parse(choices[0]?.message.content ?? '')).toEqual(PERSON);
  });

  test('what it thought, to be shown and to be sent back', async () => {
    const request = { ...ask('Here is a riddle.'), reasoning_effort: 'low' as const };
    const thoughts: unknown[] = [];
    if (streamed) {
      for await (const { choices } of await client.chat.completions.create({ ...request, stream: true })) {
        thoughts.push(choices[0]?.delta);
      }
    } else {
      thoughts.push((await client.chat.completions.create(request)).choices[0]?.message);
    }
    const told = thoughts as Array<{ reasoning_content?: string; thinking_blocks?: Array<{ signature?: string }> }>;
    expect(told.map(({ reasoning_content: text }) => text ?? '').join('')).toBe(THOUGHT);
    expect(
      told
        .flatMap(({ thinking_blocks: blocks = [] }) => blocks)
        .map(({ signature }) => signature ?? '')
        .join('')
    ).toBe('signed');
  });
});

test.each([
  [400, OpenAI.BadRequestError],
  [429, OpenAI.RateLimitError],
  [500, OpenAI.InternalServerError],
])('an error of Anthropic with status %i', async (status, kind) => {
  for (const stream of [false, true]) {
    const failed = client.chat.completions.create({ ...ask('Hi.', `claude-${status}`), stream });
    await expect(failed).rejects.toBeInstanceOf(kind);
    await expect(failed).rejects.toMatchObject({
      status,
      message: expect.stringContaining(`It says ${status}.`) as string,
    });
  }
});

test('when to ask again goes through', async () => {
  const answered = await providers.gateway.chat(ask('Hi.', 'claude-429'));
  expect(answered.headers.get('retry-after')).toBe('1');
});

test('an overloaded provider is one that is not available', async () => {
  await expect(client.chat.completions.create(ask('Hi.', 'claude-529'))).rejects.toMatchObject({ status: 503 });
});

test('a field that Anthropic has not is named', async () => {
  await expect(client.chat.completions.create({ ...ask('Hi.'), seed: 7 })).rejects.toMatchObject({
    status: 400,
    param: 'seed',
    code: 'unsupported_field',
  });
});

test('the ledger has what Anthropic counted, at its price', async () => {
  await client.chat.completions.create(ask('Say hello.'));
  const row = (await providers.gateway.rows('claude')).at(-1);
  expect(row).toMatchObject({
    provider: 'anthropic',
    status: 'success',
    input_tokens: USAGE.input,
    output_tokens: USAGE.output,
    usage_source: 'provider',
    unpriced: 0,
  });
});

test('who leaves in the middle of an answer is gone', async () => {
  const row = await providers.departure('claude-endless', async () => {
    const stream = await client.chat.completions.create({ ...ask('Hi.', 'claude-endless'), stream: true });
    let received = '';
    for await (const { choices } of stream) {
      received += choices[0]?.delta.content ?? '';
      if (received.length > 20) {
        stream.controller.abort();
      }
    }
  });
  expect(row).toMatchObject({ status: 'aborted', provider: 'anthropic-endless' });
});
