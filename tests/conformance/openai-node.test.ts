import { LLMock } from '@copilotkit/aimock';
import { APIError, type OpenAI } from 'openai';

import { TestGateway, configuration } from '../support/gateway.js';
import { openAiClient } from '../support/openAiClient.js';
import { TestPrometheus, hasPrometheus } from '../support/prometheus.js';

/** What a client can know of its own requests. */
interface Tally {
  requests: number;
  errors: number;
  input: number;
  output: number;
}

/** Each a stream and a whole answer to the same question, so that half of the 50 requests stream. */
const PAIRS = 25;

jest.setTimeout(30_000);

let foreign: LLMock;
let gateway: TestGateway;
let client: OpenAI;
let prometheus: TestPrometheus | undefined;

beforeAll(async () => {
  foreign = new LLMock({ port: 0, chunkSize: 5 });
  foreign.on({ model: 'broken-upstream' }, { error: { message: 'It broke.', type: 'server_error' }, status: 500 });
  foreign.onMessage(/weather/, {
    content: 'It is sunny in Kraków, with 23 °C and light wind from the west.',
    usage: { prompt_tokens: 12, completion_tokens: 17, total_tokens: 29 },
  });
  foreign.onMessage(/.*/, { content: 'Hello! How can I help you today?' });
  await foreign.start();
  gateway = await TestGateway.start(
    configuration(`
providers:
  - name: demo
    type: simulator
    prices: openai
    simulator: { latency_ms: 0, tokens_per_second: 1000000, output_tokens: 24 }
    models: { broken: { latency_ms: 0, error_rate: 1, error_status: 503 } }
  - { name: foreign, type: openai-compatible, base_url: "${foreign.url}/v1", api_key: upstream-key }
models:
  - { name: simulated, deployments: [{ provider: demo, model: gpt-4o-mini }] }
  - { name: simulated-broken, deployments: [{ provider: demo, model: broken }] }
  - { name: foreign, deployments: [{ provider: foreign, model: gpt-4o }] }
  - { name: foreign-broken, deployments: [{ provider: foreign, model: broken-upstream }] }
`)
  );
  prometheus = hasPrometheus() ? await TestPrometheus.start(gateway) : undefined;
  client = openAiClient(gateway);
});

afterAll(async () => {
  await prometheus?.remove();
  await gateway?.remove();
  await foreign?.stop();
});

type Messages = OpenAI.ChatCompletionMessageParam[];

function question(index: number): Messages {
  const content = index % 2 === 0 ? `What is the weather like? (${index})` : `Say hello to number ${index}.`;
  return [{ role: 'user', content }];
}

/** Usage of a whole answer. */
async function whole(model: string, messages: Messages): Promise<OpenAI.CompletionUsage> {
  const { usage, choices } = await client.chat.completions.create({ model, messages });
  expect(choices[0]?.message.content).not.toBe('');
  return usage as OpenAI.CompletionUsage;
}

/** Text and usage of a stream, read to its end. */
async function streamed(model: string, messages: Messages, includeUsage: boolean) {
  const stream = await client.chat.completions.create({
    model,
    messages,
    stream: true,
    ...(includeUsage ? { stream_options: { include_usage: true } } : {}),
  });
  let text = '';
  let usage: OpenAI.CompletionUsage | undefined;
  let finished = false;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? '';
    finished ||= chunk.choices[0]?.finish_reason === 'stop';
    usage = chunk.usage ?? usage;
  }
  expect(text).not.toBe('');
  expect(finished).toBe(true);
  return { text, usage };
}

/**
 * Two requests, and the usage of both. A stream that does not ask for its usage is not told of it; as both upstreams
 * answer the same question in the same way, it must be that of the whole answer.
 */
async function sendPair(model: string, index: number): Promise<OpenAI.CompletionUsage[]> {
  const messages = question(index);
  const includeUsage = index % 2 === 0;
  const [stream, answer] = await Promise.all([streamed(model, messages, includeUsage), whole(model, messages)]);
  expect(stream.usage !== undefined).toBe(includeUsage);
  return [stream.usage ?? answer, answer];
}

async function sendFailingPair(model: string, index: number): Promise<void> {
  const messages = question(index);
  for (const stream of [true, false]) {
    await expect(client.chat.completions.create({ model, messages, stream })).rejects.toBeInstanceOf(APIError);
  }
}

/** Sends the requests of the issue and tallies them per model, from what the client sees and nothing else. */
async function sendAll(model: string): Promise<ReadonlyMap<string, Tally>> {
  const good = { requests: 0, errors: 0, input: 0, output: 0 };
  const broken = { ...good };
  const send = async (index: number) => {
    if (index % 5 === 0) {
      await sendFailingPair(`${model}-broken`, index);
      broken.requests += 2;
      broken.errors += 2;
      return;
    }
    for (const usage of await sendPair(model, index)) {
      good.requests += 1;
      good.input += usage.prompt_tokens;
      good.output += usage.completion_tokens;
    }
  };
  for (let index = 0; index < PAIRS; index += 5) {
    await Promise.all([0, 1, 2, 3, 4].map((offset) => send(index + offset)));
  }
  return new Map([
    [model, good],
    [`${model}-broken`, broken],
  ]);
}

const prometheusTest = hasPrometheus() ? test : test.skip;

describe.each([
  ['the simulator', 'simulated'],
  ['a foreign upstream', 'foreign'],
])('50 requests of the openai client to %s', (_what, model) => {
  let tallies: ReadonlyMap<string, Tally>;
  beforeAll(async () => {
    tallies = await sendAll(model);
  });

  test('came to 40 answers and 10 errors', () => {
    expect(tallies.get(model)).toMatchObject({ requests: 40, errors: 0 });
    expect(tallies.get(`${model}-broken`)).toEqual({ requests: 10, errors: 10, input: 0, output: 0 });
  });

  test('are counted by the ledger as the client counted them', async () => {
    const { groups } = await gateway.usage('?group_by=model');
    for (const [name, { requests, errors, input, output }] of tallies) {
      expect(groups.find((group) => group['model'] === name)).toMatchObject({
        requests,
        errors,
        aborted: 0,
        input_tokens: input,
        output_tokens: output,
        total_tokens: input + output,
      });
    }
  });

  test('are counted by /metrics as the client counted them', async () => {
    const samples = await gateway.metrics();
    for (const [name, { requests, errors, input, output }] of tallies) {
      expect(samples.sum('llm_gateway_requests_total', { model: name })).toBe(requests);
      expect(samples.sum('llm_gateway_requests_total', { model: name, status: 'error' })).toBe(errors);

      expect(samples.sum('llm_gateway_tokens_total', { model: name, type: 'input' })).toBe(input);
      expect(samples.sum('llm_gateway_tokens_total', { model: name, type: 'output' })).toBe(output);
      expect(samples.sum('llm_gateway_request_duration_seconds_count', { model: name })).toBe(requests);
    }
  });

  prometheusTest(
    'are counted by Prometheus (skipped where there is none on PATH) as the client counted them',
    async () => {
      await prometheus?.scrapedAfter(Date.now());
      const perModel = async (expression: string) =>
        new Map((await prometheus?.query(expression))?.map(({ labels, value }) => [labels['model'], value]));
      const requests = await perModel('sum by (model) (llm_gateway_requests_total)');
      const errors = await perModel('sum by (model) (llm_gateway_requests_total{status="error"})');
      const input = await perModel('sum by (model) (llm_gateway_tokens_total{type="input"})');
      const output = await perModel('sum by (model) (llm_gateway_tokens_total{type="output"})');
      for (const [name, tally] of tallies) {
        expect({
          requests: requests.get(name),
          errors: errors.get(name) ?? 0,
          input: input.get(name) ?? 0,
          output: output.get(name) ?? 0,
        }).toEqual(tally);
      }
    }
  );
});

test('a stream says the same as the whole answer', async () => {
  for (const model of ['simulated', 'foreign']) {
    const messages = question(2);
    const { choices } = await client.chat.completions.create({ model, messages });
    const { text } = await streamed(model, messages, false);
    expect(text).toBe(choices[0]?.message.content);
  }
});

test('the ledger and the metrics agree on cost, and on what has none', async () => {
  const [{ groups, totals }, samples] = await Promise.all([gateway.usage('?group_by=model'), gateway.metrics()]);
  const simulated = groups.find(({ model }) => model === 'simulated');
  expect(simulated?.cost_usd).toBeGreaterThan(0);
  expect(samples.sum('llm_gateway_cost_usd_total')).toBeCloseTo(totals.cost_usd, 9);
  expect(groups.find(({ model }) => model === 'foreign')).toMatchObject({ cost_usd: 0 });
  expect(samples.sum('llm_gateway_unpriced_requests_total', { model: 'foreign' })).toBe(
    groups.find(({ model }) => model === 'foreign')?.unpriced_requests
  );
});

test('models are listed as OpenAI lists them', async () => {
  const names: string[] = [];
  for await (const model of client.models.list()) {
    expect(model).toMatchObject({ object: 'model', owned_by: 'llm-gateway' });
    names.push(model.id);
  }
  expect(names).toEqual(['simulated', 'simulated-broken', 'foreign', 'foreign-broken']);
});
