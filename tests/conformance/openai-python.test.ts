import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { CLIENT_KEY } from '../support/gateway.js';
import { openAiPython } from '../support/openAiPython.js';
import { testWith } from '../support/python.js';
import { CITIES, GREETING, PERSON, REPORT, USAGE, WEATHER_SCHEMA, WeatherProviders } from '../support/weather.js';

const MINUTES = 10 * 60_000;
const installed = openAiPython();
const withPython = testWith(installed);

let providers: WeatherProviders;
let answers: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  if ('missing' in installed) {
    return;
  }
  providers = await WeatherProviders.start();
  const script = join(__dirname, 'python', 'openai_client.py');
  const given = [`${providers.gateway.url}/v1`, CLIENT_KEY, JSON.stringify(WEATHER_SCHEMA)];
  const { stdout } = await promisify(execFile)(installed.python, [script, ...given], { maxBuffer: 10_000_000 });
  answers = JSON.parse(stdout) as typeof answers;
}, MINUTES);

afterAll(() => providers?.stop());

const usage = [USAGE.input, USAGE.output];
const called = CITIES.map((city) => ['get_weather', { city }]);
const person = { type: 'Person', ...PERSON };
const failure = (type: string, status: number) => ({
  type,
  status,
  message: expect.stringContaining(`It says ${status}.`) as string,
});
const twice = <Value>(value: Value) => [value, value];

const CHATS = ['gpt', 'claude'].flatMap((model): Array<[string, unknown]> => [
  [`chat ${model}`, { text: GREETING, usage }],
  [`chat_stream ${model}`, { text: GREETING, 'in pieces': true, usage }],
  [`chat_parse ${model}`, person],
  [`chat_tools ${model}`, { called, text: REPORT }],
  [
    `errors ${model}`,
    [
      ...twice(failure('BadRequestError', 400)),
      ...twice(failure('RateLimitError', 429)),
      ...twice(failure('InternalServerError', 500)),
    ],
  ],
]);
const RESPONSES = ['gpt', 'claude', 'gpt-own'].flatMap((model): Array<[string, unknown]> => [
  [`responses ${model}`, { text: GREETING, status: 'completed' }],
  [`responses_stream ${model}`, { text: GREETING, first: 'response.created', last: 'response.completed' }],
  [`responses_parse ${model}`, person],
  [`responses_tools ${model}`, { called, text: REPORT }],
]);

describe('Python’s client of OpenAI', () => {
  withPython.each<[string, unknown]>([
    ...CHATS,
    ['refused_field claude', { type: 'BadRequestError', status: 400, code: 'unsupported_field' }],
    ...RESPONSES,
    ['completions simulated', { same: true, tokens: 3 }],
    ['embeddings simulated', { vectors: 2, of: 'float', alike: true }],
    ['images simulated', { images: ['PNG', 'PNG'] }],
    ['speech simulated', { begins: 'RIFF', same: true }],
    ['transcriptions simulated', { text: expect.stringContaining('simulated provider') as string }],
    ['moderations simulated', { flagged: [false, true] }],
    ['leave_stream gpt-endless', { received: 'word ' }],
    ['leave_stream claude-endless', { received: 'word ' }],
    ['leave_task gpt-endless', { left: true }],
    ['leave_task claude-endless', { left: true }],
  ])('%s', (name, expected) => {
    expect(answers[name]).toMatchObject(expected as object);
  });

  withPython.each(['gpt-endless', 'claude-endless'])('%s: who left is gone, streamed and not', async (model) => {
    await providers.departures(model, 2);
    expect(await providers.gateway.rows(model)).toMatchObject([
      { status: 'aborted', streaming: 1 },
      { status: 'aborted', streaming: 0 },
    ]);
  });
});
