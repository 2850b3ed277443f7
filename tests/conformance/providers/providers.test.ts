import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import type OpenAI from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../../support/gateway.js';
import { openAiClient } from '../../support/openAiClient.js';
import {
  CASES,
  type Case,
  FAILURES,
  chatModel,
  configurationOf,
  droppingModel,
  embeddingModel,
  failingModel,
} from './cases.js';
import { DOCUMENTED } from './documented.js';
import { type Outcome, PROBES, outcomeOf } from './probes.js';
import { CACHED_TOKENS, INPUT_TOKENS, OUTPUT_TOKENS } from './wire/scenario.js';
import { type WireServer, startWires } from './wire/server.js';

/** What was seen, by feature and type; docs/providers.md is made of it. Written anew with UPDATE_FEATURES=1. */
const FILE = join(__dirname, 'features.json');
type Features = Record<string, Record<string, Outcome>>;

const seen: Features = Object.fromEntries(PROBES.map(({ name }) => [name, {}]));
const known =
  process.env['UPDATE_FEATURES'] === undefined ? (JSON.parse(readFileSync(FILE, 'utf8')) as Features) : undefined;

let upstreams: WireServer;
let gateway: TestGateway;
let client: OpenAI;

beforeAll(async () => {
  upstreams = await startWires(Object.fromEntries(CASES.map(({ type, wire }) => [type, wire])));
  gateway = await TestGateway.start(configuration(configurationOf(upstreams.url)));
  client = openAiClient(gateway);
});

afterAll(async () => {
  await gateway?.remove();
  await upstreams?.stop();
  const isWhole = Object.values(seen).every((outcomes) => Object.keys(outcomes).length === CASES.length);
  if (known === undefined && isWhole) {
    writeFileSync(FILE, `${JSON.stringify(seen, null, 2)}\n`);
  }
});

const probedOf = (each: Case) => ({
  client,
  model: chatModel(each),
  embeddingModel: each.embeddings === undefined ? undefined : embeddingModel(each),
  failingModel: (scenario: string) =>
    FAILURES.some((each) => each === scenario) ? failingModel(each, scenario) : chatModel(each),
  received: () => upstreams.received(each.type) ?? { path: '', text: '' },
  documented: each.wire.own ? ('own' as const) : DOCUMENTED[each.type],
});

describe.each(CASES)('$type', (each) => {
  test.each(PROBES)('$name', async (probe) => {
    const outcome = await outcomeOf(probe, probedOf(each));
    (seen[probe.name] ??= {})[each.type] = outcome;
    if (known !== undefined) {
      expect({ [each.type]: outcome }).toEqual({ [each.type]: known[probe.name]?.[each.type] });
    }
  });
});

describe('what a provider cannot honour', () => {
  const biased = { logit_bias: { 31337: -100 }, messages: [{ role: 'user' as const, content: 'scenario:text' }] };
  const refusesBias = ({ type }: Case) => (known ?? seen)['`logit_bias`']?.[type] === 'refused';
  /** The header, and whether the answer came, streamed or not. */
  async function asked(request: Promise<{ response: Response; data: unknown }>): Promise<string | null> {
    const { response, data } = await request;
    if (typeof data === 'object' && data !== null && Symbol.asyncIterator in data) {
      for await (const _event of data as AsyncIterable<unknown>) {
        // To its end.
      }
    }
    expect(response.status).toBe(200);
    return response.headers.get('x-llm-gateway-dropped');
  }
  const find = (type: string) => CASES.find((each) => each.type === type) as Case;

  describe.each([false, true])('streamed: %s', (stream) => {
    test.each(CASES)('$type: where it is to be left out, it is named, and not sent', async (each) => {
      const request = client.chat.completions.create({ ...biased, model: droppingModel(each), stream });
      expect(await asked(request.withResponse())).toBe(refusesBias(each) ? 'logit_bias' : null);
      expect(probedOf(each).received().text.includes('31337')).toBe(!refusesBias(each));
    });

    test.each(CASES)('$type: else it is refused by its name, and nobody is asked', async (each) => {
      const before = probedOf(each).received();
      const request = client.chat.completions.create({ ...biased, model: chatModel(each), stream });
      if (!refusesBias(each)) {
        await request;
        expect(probedOf(each).received().text).toContain('31337');
        return;
      }
      await expect(request).rejects.toMatchObject({
        status: 400,
        code: 'unsupported_field',
        param: 'logit_bias',
        message: expect.stringMatching(
          new RegExp(`${each.type} cannot honour logit_bias: .*drop_unsupported`)
        ) as string,
      });
      expect(probedOf(each).received()).toBe(before);
    });

    test('several are all named', async () => {
      const request = client.chat.completions.create({
        ...{ ...biased, model: droppingModel(find('anthropic')), stream },
        ...{ seed: 424242, frequency_penalty: 0.5, temperature: 0.125 },
      });
      expect(
        (await asked(request.withResponse()))
          ?.split(',')
          .map((name) => name.trim())
          .sort()
      ).toEqual(['frequency_penalty', 'logit_bias', 'seed']);
      const { text } = probedOf(find('anthropic')).received();
      expect(text).toContain('0.125');
      expect(text).not.toMatch(/424242|31337|penalty/);
    });

    test('asked for by the Responses API', async () => {
      const request = client.responses.create({
        ...{ model: droppingModel(find('anthropic')), input: 'scenario:text', stream },
        ...{ include: ['message.output_text.logprobs' as const], top_logprobs: 3 },
      });
      expect(await asked(request.withResponse())).toContain('logprobs');
    });

    test('asked for by Anthropic’s client', async () => {
      const anthropic = new Anthropic({ apiKey: CLIENT_KEY, baseURL: gateway.url, maxRetries: 0 });
      const request = {
        ...{ max_tokens: 99, messages: [{ role: 'user' as const, content: 'scenario:text' }], stream },
        tools: [{ name: 'weather', input_schema: { type: 'object' as const } }],
        tool_choice: { type: 'auto' as const, disable_parallel_tool_use: true },
      };
      const dropping = anthropic.messages.create({ ...request, model: droppingModel(find('gemini')) });
      expect(await asked(dropping.withResponse())).toBe('parallel_tool_calls');
      await expect(anthropic.messages.create({ ...request, model: chatModel(find('gemini')) })).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining('parallel_tool_calls') as string,
      });
    });
  });

  test('content is never left out', async () => {
    const sound = { type: 'input_audio' as const, input_audio: { data: 'c291bmQ=', format: 'wav' as const } };
    const messages = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'scenario:text' }, sound] }];
    await expect(
      client.chat.completions.create({ model: droppingModel(find('anthropic')), messages })
    ).rejects.toMatchObject({ status: 400, param: expect.stringMatching(/^messages/) as string });
  });
});

/** Models of the cases that the price lists have. */
const PRICED = ['openai', 'anthropic', 'gemini', 'bedrock', 'groq', 'mistral', 'deepseek', 'openrouter', 'cohere'];

test.each(CASES)('$type: tokens, cached ones and the cost are in the ledger', async (each) => {
  const model = chatModel(each);
  await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'scenario:cached' }] });
  const row = (await gateway.rows(model)).at(-1);
  expect(row).toMatchObject({
    provider: each.type,
    status: 'success',
    input_tokens: INPUT_TOKENS,
    cached_input_tokens: CACHED_TOKENS,
    output_tokens: OUTPUT_TOKENS,
    usage_source: 'provider',
  });
  expect(row?.cost_nano_usd != null).toBe(PRICED.includes(each.type));
});

test('every type of the configuration is here, and nothing else is in the table', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../gateway/config.schema.json'), 'utf8')) as {
    properties: { providers: { items: { anyOf: Array<{ properties: { type: { const: string } } }> } } };
  };
  const types = schema.properties.providers.items.anyOf.map(({ properties }) => properties.type.const);
  expect(CASES.map(({ type }) => type).sort()).toEqual(types.filter((type) => type !== 'simulator').sort());
  expect(Object.keys(known ?? seen)).toEqual(PROBES.map(({ name }) => name));
});
