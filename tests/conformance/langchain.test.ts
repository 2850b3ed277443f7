import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';

import { CLIENT_KEY } from '../support/gateway.js';
import {
  CITIES,
  GREETING,
  PERSON,
  PERSON_SCHEMA,
  REPORT,
  USAGE,
  WEATHER_SCHEMA,
  WeatherProviders,
} from '../support/weather.js';

let providers: WeatherProviders;

beforeAll(async () => {
  providers = await WeatherProviders.start();
});

afterAll(() => providers?.stop());

const chat = (model: string) =>
  new ChatOpenAI({
    model,
    apiKey: CLIENT_KEY,
    maxRetries: 0,
    configuration: { baseURL: `${providers.gateway.url}/v1` },
  });
const tools = [
  { type: 'function' as const, function: { name: 'get_weather', description: 'Weather.', parameters: WEATHER_SCHEMA } },
];

describe.each(['gpt', 'claude'])('LangChain, model %s', (model) => {
  test('chat, with its usage', async () => {
    const { content, usage_metadata: usage } = await chat(model).invoke('Say hello.');
    expect(content).toBe(GREETING);
    expect(usage).toMatchObject({ input_tokens: USAGE.input, output_tokens: USAGE.output });
  });

  test('a stream', async () => {
    const pieces: string[] = [];
    for await (const { content } of await chat(model).stream('Say hello.')) {
      pieces.push(String(content));
    }
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(GREETING);
  });

  test('two calls at once, and what is made of their results', async () => {
    const question = new HumanMessage('How is the weather?');
    const able = chat(model).bindTools(tools);
    const first = await able.invoke([question]);
    expect(first.tool_calls?.map(({ name, args }) => [name, args])).toEqual(
      CITIES.map((city) => ['get_weather', { city }])
    );
    const results = (first.tool_calls ?? []).map(
      ({ id }) => new ToolMessage({ tool_call_id: id ?? '', content: '20 °C' })
    );
    expect((await able.invoke([question, first, ...results])).content).toBe(REPORT);
  });

  test('structured output', async () => {
    const structured = chat(model).withStructuredOutput(PERSON_SCHEMA, { name: 'person', method: 'jsonSchema' });
    expect(await structured.invoke('Tell me of a person.')).toEqual(PERSON);
  });

  test('who leaves in the middle of an answer is gone', async () => {
    const row = await providers.departure(`${model}-endless`, async () => {
      const leaving = new AbortController();
      const reading = async () => {
        for await (const { content } of await chat(`${model}-endless`).stream('Hi.', { signal: leaving.signal })) {
          if (content !== '') {
            leaving.abort();
          }
        }
      };
      await expect(reading()).rejects.toThrow(/abort/i);
    });
    expect(row).toMatchObject({ status: 'aborted', streaming: 1 });
  });

  test('who does not wait for an answer is gone', async () => {
    const row = await providers.departure(`${model}-endless`, async () => {
      const asked = chat(`${model}-endless`).invoke('Hi.', { signal: AbortSignal.timeout(300) });
      await expect(asked).rejects.toThrow(/abort|timeout/i);
    });
    expect(row).toMatchObject({ status: 'aborted', streaming: 0 });
  });

  test('an error says what is wrong', async () => {
    await expect(chat(`${model}-400`).invoke('Hi.')).rejects.toThrow('It says 400.');
  });
});
