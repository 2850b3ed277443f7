import Anthropic from '@anthropic-ai/sdk';

import { CLIENT_KEY } from '../support/gateway.js';
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
let client: Anthropic;

beforeAll(async () => {
  providers = await WeatherProviders.start();
  client = new Anthropic({ apiKey: CLIENT_KEY, baseURL: providers.gateway.url, maxRetries: 0 });
});

afterAll(() => providers?.stop());

const ask = (model: string, content: string) => ({
  model,
  max_tokens: 1_000,
  messages: [{ role: 'user' as const, content }],
});
const tools: Anthropic.Tool[] = [
  { name: 'get_weather', description: 'Weather of a city.', input_schema: WEATHER_SCHEMA },
];

/** Texts of an answer. */
const said = ({ content }: Anthropic.Message) =>
  content.map((block) => (block.type === 'text' ? block.text : '')).join('');
const calls = ({ content }: Anthropic.Message) => content.filter((block) => block.type === 'tool_use');

/** Asks whole or streamed; both amount to a message. */
async function answer(
  streamed: boolean,
  request: Anthropic.MessageCreateParamsNonStreaming
): Promise<Anthropic.Message> {
  return streamed ? client.messages.stream(request).finalMessage() : client.messages.create(request);
}

describe.each(['gpt', 'claude'])("Anthropic's client, model %s", (model) => {
  describe.each([false, true])('streamed: %s', (streamed) => {
    test('chat, with its usage', async () => {
      const message = await answer(streamed, ask(model, 'Say hello.'));
      expect(message).toMatchObject({
        type: 'message',
        role: 'assistant',
        stop_reason: 'end_turn',
        usage: { output_tokens: USAGE.output },
      });
      expect(said(message)).toBe(GREETING);
      expect(message.usage.input_tokens).toBe(USAGE.input);
    });

    test('two calls at once, and what is made of their results', async () => {
      const question = ask(model, 'How is the weather?');
      const first = await answer(streamed, { ...question, tools });
      expect(first.stop_reason).toBe('tool_use');
      expect(said(first)).toBe('I look.');
      expect(calls(first).map(({ name, input }) => [name, input])).toEqual(
        CITIES.map((city) => ['get_weather', { city }])
      );
      const results = calls(first).map(({ id }) => ({
        type: 'tool_result' as const,
        tool_use_id: id,
        content: '20 °C',
      }));
      const second = await answer(streamed, {
        ...question,
        tools,
        messages: [
          ...question.messages,
          { role: 'assistant', content: first.content },
          { role: 'user', content: results },
        ],
      });
      expect(said(second)).toBe(REPORT);
    });

    test('thinking', async () => {
      const message = await answer(streamed, {
        ...ask(model, 'Here is a riddle.'),
        max_tokens: 4_000,
        thinking: { type: 'enabled', budget_tokens: 1_024 },
      });
      const [thinking] = message.content;
      expect(thinking).toMatchObject({ type: 'thinking', thinking: THOUGHT });
      expect(said(message)).toBe('A shadow.');
    });

    test('an answer by a schema', async () => {
      const message = await answer(streamed, {
        ...ask(model, 'Tell me of a person.'),
        output_config: { format: { type: 'json_schema', schema: PERSON_SCHEMA } },
      });
      expect(JSON.parse(said(message))).toEqual(PERSON);
    });
  });

  test.each([
    [400, Anthropic.BadRequestError, 'invalid_request_error'],
    [429, Anthropic.RateLimitError, 'rate_limit_error'],
    [500, Anthropic.InternalServerError, 'api_error'],
  ])('an error of its provider with status %i', async (status, kind, type) => {
    for (const stream of [false, true]) {
      const failed = client.messages.create({ ...ask(`${model}-${status}`, 'Hi.'), stream });
      await expect(failed).rejects.toBeInstanceOf(kind);
      await expect(failed).rejects.toMatchObject({
        status,
        error: { type: 'error', error: { type, message: expect.stringContaining(`It says ${status}.`) as string } },
      });
    }
  });

  test('who leaves in the middle of an answer is gone', async () => {
    const row = await providers.departure(`${model}-endless`, async () => {
      const stream = client.messages.stream(ask(`${model}-endless`, 'Hi.'));
      let received = '';
      const reading = async () => {
        for await (const event of stream) {
          received += event.type === 'content_block_delta' && event.delta.type === 'text_delta' ? event.delta.text : '';
          if (received.length > 20) {
            stream.abort();
          }
        }
      };
      await expect(reading()).rejects.toBeInstanceOf(Anthropic.APIUserAbortError);
    });
    expect(row).toMatchObject({ status: 'aborted' });
  });
});

test.each([false, true])(
  'the simulator, streamed: %s: what the client is told is what the ledger has',
  async (streamed) => {
    const message = await answer(streamed, ask('simulated', 'Hi.'));
    expect(said(message)).not.toBe('');
    expect(message).toMatchObject({ stop_reason: 'end_turn', usage: { output_tokens: 24 } });
    const row = (await providers.gateway.rows('simulated')).at(-1);
    expect(row).toMatchObject({ status: 'success', streaming: Number(streamed), output_tokens: 24 });
    expect(row?.input_tokens).toBe(message.usage.input_tokens);
  }
);

test('a picture of the user goes to the provider', async () => {
  await client.messages.create({
    ...ask('gpt', 'Look.'),
    system: 'You are a painter.',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look at this.' },
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } },
        ],
      },
    ],
  });
  expect(providers.mock.getLastRequest()?.body).toMatchObject({
    messages: [
      { role: 'system', content: 'You are a painter.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look at this.' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
        ],
      },
    ],
  });
});

test('tokens are counted before', async () => {
  const { input_tokens: tokens } = await client.messages.countTokens({
    model: 'gpt',
    messages: [{ role: 'user', content: 'Hello there, how are you?' }],
  });
  expect(tokens).toBeGreaterThan(5);
  expect(tokens).toBeLessThan(30);
});

test('a model that there is not, a key that there is not, a field that is missing', async () => {
  await expect(client.messages.create(ask('nobody', 'Hi.'))).rejects.toBeInstanceOf(Anthropic.NotFoundError);
  const stranger = new Anthropic({ apiKey: 'wrong', baseURL: providers.gateway.url, maxRetries: 0 });
  await expect(stranger.messages.create(ask('gpt', 'Hi.'))).rejects.toBeInstanceOf(Anthropic.AuthenticationError);
  const { max_tokens: _most, ...less } = ask('gpt', 'Hi.');
  await expect(client.messages.create(less as Anthropic.MessageCreateParamsNonStreaming)).rejects.toMatchObject({
    status: 400,
    error: { error: { type: 'invalid_request_error', message: expect.stringContaining('max_tokens') as string } },
  });
});
