import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  type LanguageModel,
  generateObject,
  generateText,
  jsonSchema,
  stepCountIs,
  streamText,
  tool,
} from 'ai';

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

// It wants to be told a limit for models that it does not know by name.
(globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;

let providers: WeatherProviders;
const model: Record<string, (name: string) => LanguageModel> = {};

beforeAll(async () => {
  providers = await WeatherProviders.start();
  const baseURL = `${providers.gateway.url}/v1`;
  model['anthropic'] = createAnthropic({ apiKey: CLIENT_KEY, baseURL });
  model['openai-compatible'] = createOpenAICompatible({
    name: 'gateway',
    apiKey: CLIENT_KEY,
    baseURL,
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
});

afterAll(() => providers?.stop());

const of = (client: string, name: string) => (model[client] as (name: string) => LanguageModel)(name);

describe.each(['anthropic', 'openai-compatible'])('the AI SDK by @ai-sdk/%s', (client) => {
  describe.each(['gpt', 'claude'])('model %s', (name) => {
    test('text, with its usage', async () => {
      const { text, usage, finishReason } = await generateText({ model: of(client, name), prompt: 'Say hello.' });
      expect({ text, finishReason }).toEqual({ text: GREETING, finishReason: 'stop' });
      expect(usage).toMatchObject({ inputTokens: USAGE.input, outputTokens: USAGE.output });
    });

    test('a stream', async () => {
      const { textStream, usage } = streamText({ model: of(client, name), prompt: 'Say hello.' });
      const pieces: string[] = [];
      for await (const piece of textStream) {
        pieces.push(piece);
      }
      expect(pieces.length).toBeGreaterThan(2);
      expect(pieces.join('')).toBe(GREETING);
      expect(await usage).toMatchObject({ outputTokens: USAGE.output });
    });

    test.each([false, true])('tools are called, and their results told, streamed: %s', async (streamed) => {
      const asked: string[] = [];
      const options = {
        model: of(client, name),
        prompt: 'How is the weather?',
        stopWhen: stepCountIs(3),
        tools: {
          get_weather: tool({
            description: 'Weather of a city.',
            inputSchema: jsonSchema<{ city: string }>(WEATHER_SCHEMA),
            execute: ({ city }) => {
              asked.push(city);
              return '20 °C';
            },
          }),
        },
      };
      const text = streamed ? await streamText(options).text : (await generateText(options)).text;
      expect(asked).toEqual(CITIES);
      expect(text).toBe(REPORT);
    });

    test('an object by a schema', async () => {
      const { object } = await generateObject({
        model: of(client, name),
        schema: jsonSchema<typeof PERSON>(PERSON_SCHEMA),
        prompt: 'Tell me of a person.',
      });
      expect(object).toEqual(PERSON);
    });

    test('who leaves in the middle of an answer is gone', async () => {
      const row = await providers.departure(`${name}-endless`, async () => {
        const leaving = new AbortController();
        const { fullStream } = streamText({
          model: of(client, `${name}-endless`),
          prompt: 'Hi.',
          abortSignal: leaving.signal,
          maxRetries: 0,
        });
        const seen: string[] = [];
        for await (const { type } of fullStream) {
          seen.push(type);
          if (type === 'text-delta') {
            leaving.abort();
          }
        }
        expect(seen.at(-1)).toBe('abort');
      });
      expect(row).toMatchObject({ status: 'aborted', streaming: 1 });
    });

    test('who does not wait for an answer is gone', async () => {
      const row = await providers.departure(`${name}-endless`, async () => {
        const asked = generateText({
          model: of(client, `${name}-endless`),
          prompt: 'Hi.',
          abortSignal: AbortSignal.timeout(300),
          maxRetries: 0,
        });
        await expect(asked).rejects.toThrow(/abort|timeout/i);
      });
      expect(row).toMatchObject({ status: 'aborted', streaming: 0 });
    });

    test('an error says what is wrong', async () => {
      const failed = generateText({ model: of(client, `${name}-400`), prompt: 'Hi.', maxRetries: 0 });
      await expect(failed).rejects.toBeInstanceOf(APICallError);
      await expect(failed).rejects.toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('It says 400.') as string,
      });
    });
  });
});
