import { TestGateway, configuration } from '../support/gateway.js';

const failing = (name: string, error: string) =>
  `  - { name: ${name}, type: simulator, simulator: { latency_ms: 0, errors: [{ share: 1, ${error} }] } }`;
const model = (name: string, provider: string, more = '') =>
  `  - { name: ${name}, deployments: [{ provider: ${provider}, model: m }]${more} }`;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: works, type: simulator, simulator: { latency_ms: 0, tokens_per_second: 100000, output_tokens: 3 } }
${failing('broken', 'status: 500')}
${failing('short', 'status: 400, code: context_length_exceeded')}
${failing('prude', 'status: 400, code: content_filter')}
models:
${model('good', 'works')}
${model('long', 'works')}
${model('bold', 'works')}
${model('on-error', 'broken', ', fallbacks: [good]')}
${model('on-error-twice', 'broken', ', fallbacks: [also-broken, good]')}
${model('also-broken', 'broken')}
${model('to-nowhere', 'broken', ', fallbacks: [also-broken]')}
${model('too-long', 'short', ', fallbacks: [good], context_window_fallbacks: [long]')}
${model('refused', 'prude', ', fallbacks: [good], content_policy_fallbacks: [bold]')}
routing: { backoff_ms: 1, health_check_ms: 0, breaker: { consecutive_failures: 1000, min_requests: 1000 } }
`)
  );
});

afterAll(() => gateway.remove());

async function ask(name: string, headers: Readonly<Record<string, string>> = {}) {
  const before = await gateway.metrics();
  const body = JSON.stringify({ model: name, messages: [{ role: 'user', content: 'Hello' }] });
  const authorization = 'Bearer test-client-key';
  const response = await gateway.chat(body, { headers: { authorization, ...headers } });
  await response.text();
  const after = await gateway.metrics();
  const fallbacks = (labels: Readonly<Record<string, string>>) =>
    after.sum('llm_gateway_fallbacks_total', { from_model: name, ...labels }) -
    before.sum('llm_gateway_fallbacks_total', { from_model: name, ...labels });
  return { response, fallbacks };
}

test.each([
  ['on-error', 'good', 2],
  ['too-long', 'long', 2],
  ['refused', 'bold', 2],
  ['on-error-twice', 'good', 3],
])('%s is answered by %s, and the fallback is counted', async (name, by, attempts) => {
  const { response, fallbacks } = await ask(name);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-llm-gateway-provider')).toBe('works');
  expect(response.headers.get('x-llm-gateway-attempts')).toBe(String(attempts));
  expect(fallbacks({ to_model: by, success: 'true' })).toBe(1);
  expect(fallbacks({ success: 'true' })).toBe(1);
  expect(fallbacks({ success: 'false' })).toBe(attempts - 2);
  const row = (await gateway.rows(name)).at(-1);
  const told = await gateway.attempts(row?.id);
  expect(told).toHaveLength(attempts);
  expect([told[0]?.model, told.at(-1)?.model]).toEqual([name, by]);
  told.forEach((each) => expect(each.provider_request_id).toMatch(/^sim_/));
  // Each call began after the one before had ended, and the last ended with the request; clocks may differ by a hair.
  const ends = told.map(({ start_ms, duration_ms }) => (start_ms ?? Number.NaN) + duration_ms);
  told.forEach(({ start_ms }, at) => expect(start_ms).toBeGreaterThanOrEqual((ends[at - 1] ?? 0) - 0.1));
  expect(ends.at(-1)).toBeLessThanOrEqual((row?.duration_ms ?? 0) + 0.1);
});

test('a fallback that fails too is counted as such', async () => {
  const { response, fallbacks } = await ask('to-nowhere');
  expect(response.status).toBe(503);
  expect(fallbacks({ to_model: 'also-broken', success: 'false' })).toBe(1);
  expect(fallbacks({ success: 'true' })).toBe(0);
});

test.each([
  ['on-error', 500],
  ['too-long', 400],
])('a client can do without: %s then fails with %d', async (name, status) => {
  const { response, fallbacks } = await ask(name, { 'x-llm-gateway-fallbacks': 'off' });
  expect(response.status).toBe(status);
  expect(fallbacks({})).toBe(0);
});
