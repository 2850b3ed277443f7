import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { parseSamples } from '../support/samples.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start(
    configuration(`
providers: [{ name: demo, type: simulator, simulator: { latency_ms: 0, output_tokens: 10, tokens_per_second: 1000000 } }]
models:
  - name: small
    deployments: [{ provider: demo, model: small, price: { input_per_million_usd: 2.5, output_per_million_usd: 10 } }]
metrics: { public: true, credits_per_usd: 1000 }
`)
  );
});
afterAll(() => gateway.remove());

const chat = async (model: string) =>
  (await gateway.chat({ model, messages: [{ role: 'user', content: 'x' }] })).text();
const scrape = async () => parseSamples(await (await gateway.get('/api/v1/llm/metrics', gateway.metricsToken)).text());

test('totals are those of the ledger, and go on after a restart', async () => {
  await Promise.all([chat('small'), chat('small'), chat('small'), chat('nothing-of-the-kind')]);
  const { totals } = await gateway.usage();
  const samples = await scrape();
  expect(totals.requests).toBe(4);
  expect(samples.sum('llm_requests_by_model')).toBe(4);
  expect(samples.sum('llm_requests_by_model', { model: 'small' })).toBe(3);
  expect(samples.sum('llm_requests_total', { tenant: 'tests' })).toBe(4);
  expect(samples.sum('llm_request_errors_total', { tenant: 'tests', model: 'unknown' })).toBe(1);
  expect(samples.sum('llm_response_time_seconds_count')).toBe(4);
  expect(samples.sum('llm_response_time_seconds_bucket', { model: 'small', le: '+Inf' })).toBe(3);
  const cost = samples.sum('llm_cost_by_tenant', { tenant_id: 'tests' });
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBe(totals.cost_usd);
  expect(samples.sum('llm_credits_used_total', { tenant_id: 'tests' })).toBeCloseTo(cost * 1_000, 9);

  await gateway.stop();
  const { directory } = gateway;
  gateway = await TestGateway.start(
    configuration(
      'providers: [{ name: demo, type: simulator }]\nmodels: [{ name: small, deployments: [{ provider: demo, model: small }] }]'
    ),
    { directory }
  );
  await chat('small');
  await gateway.usage();
  expect((await scrape()).sum('llm_requests_by_model', { model: 'small' })).toBe(4);
});

test('a client key does not open it, also where /metrics is public', async () => {
  for (const token of [undefined, CLIENT_KEY, gateway.secret('alerts-token')]) {
    expect((await gateway.get('/api/v1/llm/metrics', token)).status).toBe(401);
  }
  expect((await gateway.get('/api/v1/llm/metrics', gateway.secret('viewer-token'))).status).toBe(200);
});
