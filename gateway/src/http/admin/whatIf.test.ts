import type { AddressInfo } from 'node:net';
import { Ajv } from 'ajv';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { fetch } from 'undici';

import { insertRequests, requestRow } from '../../../../tests/support/ledgerRows.js';
import type { PriceConfig } from '../../config/schema.js';
import { listedPrice } from '../../pricing/listedPrice.js';
import type { PricedConfig } from '../../pricing/tariff.js';
import { openStore } from '../../store/openStore.js';
import type { RequestRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import { fastifyFault } from '../fastifyFault.js';
import { sendError } from '../sendError.js';
import { priceListRoute } from './priceList.js';
import { usageRoutes } from './usage.js';
import { whatIfRoute } from './whatIf.js';

const START = Date.UTC(2026, 10, 2, 12);
const RANGE = `from=${START - 3_600_000}&to=${START + 3_600_000}`;
const HOUSE: PriceConfig = { input_per_million_usd: 1, output_per_million_usd: 4, batch_discount: 0.5 };
const STEPPED: PriceConfig = {
  input_per_million_usd: 1,
  output_per_million_usd: 2,
  per_request_usd: 0.001,
  tiers: [{ above_input_tokens: 1_000, input_per_million_usd: 10 }],
};

const config = {
  providers: [{ name: 'openai', prices: 'openai' }, { name: 'azure', prices: 'azure' }, { name: 'vllm' }],
  models: [{ name: 'house', deployments: [{ provider: 'vllm', model: 'llama', price: HOUSE }] }],
  prices: [
    { name: 'stepped', model: 'stepped', price: STEPPED },
    { name: 'later', model: 'later', from: '2999-01-01T00:00:00Z', price: HOUSE },
    { name: 'input-only', model: 'embed', price: { input_per_million_usd: 1 } },
  ],
} as unknown as PricedConfig;

let store: Store;
let app: FastifyInstance;
beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
  app = Fastify();
  app.setErrorHandler((thrown, _request, reply) => sendError(reply, fastifyFault(thrown, 1)));
  await app.register(swagger, { openapi: {} });
  const ledger = { store, flush: async () => undefined };
  await app.register(usageRoutes, ledger);
  await app.register(whatIfRoute, { ...ledger, config: () => config });
  await app.register(priceListRoute, { config: () => config });
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await app.close();
  await store.close();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of any shape
async function get(path: string, status = 200): Promise<any> {
  const { port } = app.server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  expect(response.status).toBe(status);
  return response.json();
}

const insert = (...rows: ReadonlyArray<Partial<RequestRow>>) => insertRequests(store, rows.map(requestRow));
const whatIf = (to: string) => get(`/usage/what-if?${RANGE}&${to}`);

test('prices the tokens of each model at another, and tells the difference', async () => {
  await insert({}, { input_tokens: 900 }, { model: 'big', cost_nano_usd: 5_000_000 });
  const answer = await whatIf('to_provider=vllm&to_model=llama');
  // 100 + 900 in, 2 × 50 out.
  expect(answer.groups).toEqual([
    expect.objectContaining({
      model: 'big',
      cost_nano_usd: 5_000_000,
      what_if_nano_usd: 300_000,
      difference_nano_usd: -4_700_000,
    }),
    expect.objectContaining({
      model: 'gpt-4o',
      provider: 'openai',
      provider_model: 'gpt-4o-2024-11-20',
      to_provider: 'vllm',
      to_model: 'llama',
      price_source: 'config',
      requests: 2,
      input_tokens: 1_000,
      output_tokens: 100,
      cost_nano_usd: 1_500_000,
      what_if_nano_usd: 1_400_000,
      difference_nano_usd: -100_000,
    }),
  ]);
  expect(answer.totals).toMatchObject({
    requests: 3,
    cost_usd: 0.0065,
    what_if_nano_usd: 1_700_000,
    difference_nano_usd: -4_800_000,
    unpriceable_requests: 0,
  });
  conforms(answer);
});

test('costs of the same at the same price are what they were, and what usage says of the range', async () => {
  const price = listedPrice('openai', 'gpt-4o-2024-11-20');
  const rows = Array.from({ length: 50 }, (_, index): Partial<RequestRow> => {
    const [input, cached, output] = [137 * index + 11, 31 * index, 53 * index + 1];
    const tokens = { input, cachedInput: cached, output, reasoning: 0, source: 'provider' as const };
    const cost = price(tokens, Date.now())?.nanoUsd ?? 0;
    return { input_tokens: input, cached_input_tokens: cached, output_tokens: output, cost_nano_usd: cost };
  });
  await insert(...rows, { cache: 'hit', cost_nano_usd: 0, saved_nano_usd: 9, input_tokens: 0, output_tokens: 0 });
  const { totals } = await whatIf('to_provider=openai');
  expect(totals).toMatchObject({ requests: 50, difference_nano_usd: 0, unpriced_requests: 0 });
  const usage = await get(`/usage?${RANGE}`);
  expect(totals.cost_nano_usd).toBe(usage.totals.cost_nano_usd);
  expect(totals.what_if_nano_usd).toBe(totals.cost_nano_usd);
});

test('a request is in the tier of its own input, and pays its own fee', async () => {
  await insert(
    { input_tokens: 1_000, output_tokens: 0 },
    { input_tokens: 1_001, output_tokens: 0 },
    { input_tokens: 9, output_tokens: 0 }
  );
  const { totals } = await whatIf('to_model=stepped');
  // 1,009 below at 1,000 nano-dollars, 1,001 above at 10,000, and three fees.
  expect(totals.what_if_nano_usd).toBe(1_009_000 + 10_010_000 + 3_000_000);
});

test('batches are priced at the batch price', async () => {
  await insert({ batch: 1 }, {});
  const { totals } = await whatIf('to_provider=vllm&to_model=llama');
  expect(totals.what_if_nano_usd).toBe(150_000 + 300_000);
});

test('what has no price on one side is told apart, and not taken for 0', async () => {
  await insert(
    { cost_nano_usd: null, unpriced: 1, model: 'mine', provider: 'vllm', deployment: 'vllm/mine' },
    { model: 'embedding', input_tokens: 1_000, output_tokens: 0, cost_nano_usd: 20_000 },
    { model: 'chat' },
    { status: 'error', cost_nano_usd: null, input_tokens: 0, output_tokens: 0, provider: null, deployment: null }
  );
  const answer = await whatIf('to_model=embed');
  const of = (model: string) => answer.groups.find((group: { model: string }) => group.model === model);
  expect(of('embedding')).toMatchObject({ what_if_nano_usd: 1_000_000, difference_nano_usd: 980_000 });
  expect(of('chat')).toMatchObject({
    what_if_nano_usd: null,
    difference_nano_usd: null,
    price_source: 'config:input-only',
  });
  expect(of('mine')).toMatchObject({ unpriced_requests: 1, cost_nano_usd: 0, what_if_nano_usd: null });
  expect(answer.totals).toMatchObject({
    requests: 3,
    unpriced_requests: 1,
    unpriceable_requests: 2,
    cost_nano_usd: 770_000,
    compared_cost_nano_usd: 20_000,
    what_if_nano_usd: 1_000_000,
    difference_nano_usd: 980_000,
  });
  expect((await whatIf('to_model=later')).totals).toMatchObject({ unpriceable_requests: 3 });
});

test('another provider has the same model at its own price; one of the list need not be configured', async () => {
  await insert({ provider: 'openai', deployment: 'openai/gpt-4o' });
  const azure = await whatIf('to_provider=azure');
  expect(azure.groups[0]).toMatchObject({
    to_provider: 'azure',
    to_model: 'gpt-4o',
    price_source: expect.stringMatching(/^genai-prices@/),
  });
  const anthropic = await whatIf('to_provider=anthropic&to_model=claude-sonnet-4-5');
  // 3 and 15 dollars a million.
  expect(anthropic.totals.what_if_nano_usd).toBe(100 * 3_000 + 50 * 15_000);
});

test('filters keep what they keep elsewhere', async () => {
  await insert({ team: 'a' }, { team: 'b' });
  expect((await whatIf('to_model=stepped&team=a')).totals.requests).toBe(1);
});

test.each([
  ['', 'to_model'],
  ['to_provider=nobody', 'to_provider'],
  ['to_model=a&to_model=b', 'to_model'],
  ['to_model=a&group_by=team', 'group_by'],
])('%s is refused, by the name of the parameter', async (query, param) => {
  const { error } = await get(`/usage/what-if?${RANGE}&${query}`, 400);
  expect(error).toMatchObject({ param, code: 'invalid_parameter' });
});

test('the list’s models of a provider', async () => {
  const { source, models } = await get('/price-list?provider=openai');
  expect(source).toMatch(/^genai-prices@/);
  expect(models).toContain('gpt-4o');
  expect(await get('/price-list?provider=vllm')).toMatchObject({ models: [] });
  expect((await get('/price-list?provider=nobody', 400)).error).toMatchObject({ param: 'provider' });
  expect((await get('/price-list', 400)).error).toMatchObject({ param: 'provider' });
});

/** Holds an answer against its schema; a field that the schema does not name is a mistake too. */
function conforms(answer: unknown): void {
  const responses = app.swagger().paths?.['/usage/what-if']?.get?.responses as Record<string, unknown>;
  const { content } = responses['200'] as { content: Record<string, { schema: object }> };
  const closed = JSON.parse(JSON.stringify(content['application/json']?.schema), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'properties' in value
      ? { ...value, additionalProperties: false }
      : value
  );
  const validate = new Ajv({ strict: false, formats: { 'date-time': true } }).compile(closed);
  expect(validate(answer) || validate.errors).toBe(true);
}
