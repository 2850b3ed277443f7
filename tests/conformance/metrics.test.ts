import { execFileSync } from 'node:child_process';

import { dialects, native } from '@llm-gateway/catalogue';

import { TestGateway, configuration } from '../support/gateway.js';
import { TestPrometheus, hasPrometheus } from '../support/prometheus.js';
import { parseSamples } from '../support/samples.js';

jest.setTimeout(60_000);

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const QUICK = '{ latency_ms: 0, tokens_per_second: 1000000, output_tokens: 24 }';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start(
    configuration(`
providers:
  - { name: demo, type: simulator, prices: openai, simulator: ${QUICK} }
  - { name: down, type: simulator, simulator: { latency_ms: 0, error_rate: 1, error_status: 503 } }
models:
  - { name: good, deployments: [{ provider: demo, model: gpt-4o-mini }] }
  - { name: bad, deployments: [{ provider: down, model: m }], fallbacks: [good] }
budgets:
  - { name: of-team, team: tests, limit_usd: 5, period: monthly }
  - { name: of-keys, key: "*", limit_tokens: 1000000, window: 24h }
limits:
  - { name: speed, key: "*", requests_per_minute: 1000, tokens_per_minute: 10000000, parallel_requests: 50 }
metrics:
  dialects: [native, litellm, inference-gateway, genai]
  off: [llm_gateway_request_tokens]
routing: { breaker: { min_requests: 1000 } }
`)
  );
  const body = (model: string, stream: boolean) => ({ model, stream, messages: [{ role: 'user', content: 'hello' }] });
  const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;
  const headers = { authorization: 'Bearer test-client-key', 'content-type': 'application/json', traceparent };
  for (const [model, stream] of [
    ['good', false],
    ['good', true],
    ['bad', false],
    ['nowhere', false],
  ] as const) {
    await (await gateway.chat(body(model, stream), { headers })).text();
  }
});

afterAll(() => gateway?.remove());

const scrape = async (accept: string) => {
  const headers = { authorization: `Bearer ${gateway.metricsToken}`, accept };
  const response = await fetch(`${gateway.url}/metrics`, { headers });
  return { type: response.headers.get('content-type'), text: await response.text() };
};

test('every family of the catalogue and of each dialect is there, and none that is off', async () => {
  const { text } = await scrape('text/plain');
  const shown = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name));
  const wanted = [
    ...Object.values(native),
    ...dialects.flatMap(({ views }) => views.filter(({ from }) => from.name !== OFF)),
  ];
  expect(wanted.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([OFF]);
});

const OFF = native.requestTokens.name;

test('who prefers OpenMetrics gets it, with the same values', async () => {
  const [text, open] = await Promise.all([scrape('text/plain'), scrape('application/openmetrics-text; version=1.0.0')]);
  expect(text.type).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(open.type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  expect(open.text).toMatch(/\n# EOF\n$/);
  const plain = open.text.replace(/ # \{.*$/gm, '');
  const requests = (from: string) => parseSamples(from).all.filter(({ name }) => name === native.requests.name);
  expect(requests(plain)).toEqual(requests(text.text));
  expect(requests(plain).reduce((sum, { value }) => sum + value, 0)).toBe(4);
});

test('budgets, limits and the reconciliation are told of', async () => {
  await gateway.usage();
  const deadline = Date.now() + 20_000;
  let samples = await gateway.metrics();
  // What is asked of a database is at most five seconds old.
  const told = () =>
    ['budget_spent', 'limit_allowed'].every((name) => samples.sum(`llm_gateway_${name}`, { kind: 'key' }) > 0);
  while (!told() && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    samples = await gateway.metrics();
  }
  const cost = samples.sum('llm_gateway_cost_usd_total');
  const tokens = samples.sum('llm_gateway_tokens_total');
  expect(cost).toBeGreaterThan(0);
  const team = { budget: 'of-team', kind: 'team', subject: 'tests', unit: 'usd' };
  const key = { kind: 'key', subject: 'test' };
  expect(samples.sum('llm_gateway_budget_limit', team)).toBe(5);
  expect(samples.sum('llm_gateway_budget_spent', team)).toBeCloseTo(cost, 9);
  expect(samples.sum('llm_gateway_budget_remaining', team)).toBeCloseTo(5 - cost, 9);
  expect(samples.sum('llm_gateway_budget_spent', { budget: 'of-keys', ...key })).toBe(tokens);
  expect(samples.sum('llm_gateway_budget_exhaustion_seconds', { budget: 'of-team' })).toBeGreaterThan(0);
  expect(samples.sum('llm_gateway_limit_allowed', { ...key, unit: 'requests' })).toBe(1_000);
  expect(samples.sum('llm_gateway_limit_used', { ...key, unit: 'parallel' })).toBe(0);
  expect(samples.sum('llm_gateway_store_up')).toBe(1);
  for (const drift of ['requests', 'usd']) {
    expect(samples.all.find(({ name }) => name === `llm_gateway_reconciliation_drift_${drift}`)?.value).toBe(0);
  }
});

const promtool = (text: string): string => {
  try {
    return execFileSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return stdout + stderr;
  }
};
const has = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

(has('promtool') ? test : test.skip)(
  'promtool (skipped where there is none on PATH) finds nothing wrong but names that are prom-client’s and LiteLLM’s',
  async () => {
    const { text } = await scrape('text/plain');
    expect(promtool(`${text}broken {`)).toContain('error while linting');
    const complaints = promtool(text)
      .split('\n')
      .filter((line) => line !== '' && !/^(nodejs_|litellm_\w+_hours_)/.test(line));
    expect(complaints).toEqual([]);
  }
);

(hasPrometheus() ? test : test.skip)(
  'a real Prometheus (skipped where there is none on PATH) takes all of it, with exemplars that lead to the request',
  async () => {
    const prometheus = await TestPrometheus.start(gateway);
    try {
      await prometheus.scrapedAfter(Date.now());
      const value = async (expression: string) => (await prometheus.query(expression))[0]?.value;
      expect(await value(`sum(${native.requests.name})`)).toBe(4);
      expect(await value('sum(litellm_proxy_total_requests_metric_total)')).toBe(4);
      expect(await value('sum(gen_ai_client_operation_duration_seconds_count)')).toBeGreaterThan(0);
      const exemplars = await prometheus.exemplars('llm_gateway_request_duration_seconds_bucket');
      expect(exemplars).toContainEqual({ request_id: expect.stringMatching(/^req_/), trace_id: TRACE });
      expect(await value('scrape_samples_scraped')).toBeGreaterThan(500);
    } finally {
      await prometheus.remove();
    }
  }
);
