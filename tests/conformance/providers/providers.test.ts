import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../../support/gateway.js';
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
  client = new OpenAI({ apiKey: CLIENT_KEY, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
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

const BIASED = { logit_bias: { 31337: -100 }, messages: [{ role: 'user' as const, content: 'scenario:text' }] };

test.each(CASES)('$type: a field that is dropped is named, and not sent', async (each) => {
  const request = { ...BIASED, model: droppingModel(each) };
  const refuses = (known ?? seen)['`logit_bias`']?.[each.type] === 'refused';
  for (const stream of [false, true]) {
    const { response, data } = await client.chat.completions.create({ ...request, stream }).withResponse();
    if (stream) {
      for await (const _chunk of data as AsyncIterable<unknown>) {
        // To its end.
      }
    }
    expect(response.headers.get('x-llm-gateway-dropped')).toBe(refuses ? 'logit_bias' : null);
    expect(probedOf(each).received().text.includes('31337')).toBe(!refuses);
  }
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
