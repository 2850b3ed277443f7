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

type Request = Omit<OpenAI.Responses.ResponseCreateParamsNonStreaming, 'stream'>;
type Item = OpenAI.Responses.ResponseInputItem;

const tools: OpenAI.Responses.FunctionTool[] = [
  { type: 'function', name: 'get_weather', description: 'Weather.', parameters: WEATHER_SCHEMA, strict: false },
];

/** Asks whole or streamed; both amount to a response. */
async function answer(streamed: boolean, request: Request): Promise<OpenAI.Responses.Response> {
  return streamed ? client.responses.stream(request).finalResponse() : client.responses.create(request);
}

/** Neither of them has this API. */
describe.each(['gpt', 'claude'])('responses of model %s', (model) => {
  describe.each([false, true])('streamed: %s', (streamed) => {
    test('text, with its usage', async () => {
      const response = await answer(streamed, { model, input: 'Say hello.', instructions: 'Be kind.' });
      expect(response).toMatchObject({
        object: 'response',
        status: 'completed',
        store: false,
        usage: { input_tokens: USAGE.input, output_tokens: USAGE.output, total_tokens: USAGE.input + USAGE.output },
      });
      expect(response.output_text).toBe(GREETING);
    });

    test('two calls at once, and what is made of their results', async () => {
      const input: Item[] = [{ role: 'user', content: 'How is the weather?' }];
      const { output } = await answer(streamed, { model, input, tools });
      const calls = output.filter((item) => item.type === 'function_call');
      expect(calls.map(({ name, arguments: given }) => [name, JSON.parse(given)])).toEqual(
        CITIES.map((city) => ['get_weather', { city }])
      );
      const results = calls.map(({ call_id }): Item => ({ type: 'function_call_output', call_id, output: '20 °C' }));
      const second = await answer(streamed, { model, input: [...input, ...(output as Item[]), ...results], tools });
      expect(second.output_text).toBe(REPORT);
    });

    test('an answer by a schema', async () => {
      const { output_text: text } = await answer(streamed, {
        model,
        input: 'Tell me of a person.',
        text: { format: { type: 'json_schema', name: 'person', schema: PERSON_SCHEMA, strict: true } },
      });
      expect(JSON.parse(text)).toEqual(PERSON);
    });

    test('reasoning, and what it takes to send it back', async () => {
      const { output, output_text: text } = await answer(streamed, {
        model,
        input: 'Here is a riddle.',
        reasoning: { effort: 'low', summary: 'auto' },
        include: ['reasoning.encrypted_content'],
      });
      expect(output[0]).toMatchObject({ type: 'reasoning', summary: [{ type: 'summary_text', text: THOUGHT }] });
      expect(text).toBe('A shadow.');
      const again = await answer(streamed, { model, input: [...(output as Item[]), { role: 'user', content: 'Hi.' }] });
      expect(again.output_text).toBe(GREETING);
    });
  });

  test.each([
    [400, OpenAI.BadRequestError],
    [429, OpenAI.RateLimitError],
    [500, OpenAI.InternalServerError],
  ])('an error of its provider with status %i', async (status, kind) => {
    for (const stream of [false, true]) {
      const failed = client.responses.create({ model: `${model}-${status}`, input: 'Hi.', stream });
      await expect(failed).rejects.toBeInstanceOf(kind);
      await expect(failed).rejects.toMatchObject({ message: expect.stringContaining(`It says ${status}.`) as string });
    }
  });
});

test.each([
  ['previous_response_id', { previous_response_id: 'resp_1' }],
  ['background', { background: true }],
  ['store', { store: true }],
  ['tools.0', { tools: [{ type: 'web_search' as const }] }],
])('%s is refused by its name', async (param, more) => {
  await expect(client.responses.create({ model: 'claude', input: 'Hi.', ...more })).rejects.toMatchObject({
    status: 400,
    param,
  });
});

test('who leaves in the middle of a response is gone', async () => {
  const row = await providers.departure('claude-endless', async () => {
    const stream = await client.responses.create({ model: 'claude-endless', input: 'Hi.', stream: true });
    let received = '';
    for await (const event of stream) {
      received += event.type === 'response.output_text.delta' ? event.delta : '';
      if (received.length > 20) {
        stream.controller.abort();
      }
    }
  });
  expect(row).toMatchObject({ status: 'aborted' });
});
