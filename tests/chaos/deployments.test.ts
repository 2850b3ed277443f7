import { setTimeout as sleep } from 'node:timers/promises';

import { TestGateway, configuration } from '../support/gateway.js';
import { Crowd, ask } from './clients.js';
import { FlakyProvider } from './flakyProvider.js';

jest.setTimeout(60_000);

const OPEN_MS = 500;
const NAMES = ['a', 'b', 'c'] as const;

let providers: FlakyProvider[];
let gateway: TestGateway;

beforeEach(async () => {
  providers = await Promise.all(NAMES.map(() => FlakyProvider.start()));
  gateway = await TestGateway.start(
    configuration(`
providers:
${NAMES.map((name, index) => `  - { name: ${name}, type: openai-compatible, base_url: "${providers[index]?.url}" }`).join('\n')}
models:
  - name: three
    deployments: [{ provider: a, model: m }, { provider: b, model: m }, { provider: c, model: m }]
  - { name: one, deployments: [{ provider: a, model: m }] }
  - { name: two, deployments: [{ provider: a, model: m }, { provider: b, model: m }] }
routing:
  max_attempts: 4
  deadline_ms: 10000
  backoff_ms: 20
  breaker: { consecutive_failures: 5, open_ms: ${OPEN_MS} }
`)
  );
});

afterEach(async () => {
  await gateway.remove();
  await Promise.all(providers.map((provider) => provider.stop()));
});

interface RoutingEvent {
  readonly type: string;
  readonly deployment: string;
  readonly from: string;
  readonly to: string;
  readonly time: string;
}

async function breakerEvents(): Promise<readonly RoutingEvent[]> {
  const answer = await gateway.get('/api/v1/events', gateway.adminToken);
  const { events } = (await answer.json()) as { events: readonly RoutingEvent[] };
  return events.filter(({ type }) => type === 'breaker');
}

test('one of three deployments dies and comes back under 200 concurrent requests, and no client notices', async () => {
  const [, dying] = providers as [FlakyProvider, FlakyProvider, FlakyProvider];
  const crowd = new Crowd(gateway, 'three', 200);
  await sleep(1_000);
  const before = dying.arrivals.length;
  expect(before).toBeGreaterThan(0);

  dying.dead = true;
  const diedAt = Date.now();
  await sleep(2_000);
  const opened = (await breakerEvents()).filter(({ to }) => to === 'open');
  // Calls that were under way when it died fail together; after them, only a probe an OPEN_MS goes there.
  expect(dying.callsSince(diedAt + OPEN_MS)).toBeLessThan(10);

  dying.dead = false;
  const backAt = Date.now();
  await sleep(2_000);
  await crowd.stop();

  expect(crowd.bad).toEqual([]);
  expect(crowd.answered).toBeGreaterThan(1_000);
  expect(opened[0]).toMatchObject({ deployment: 'b/m', from: 'closed' });
  expect(Date.parse(String(opened[0]?.time)) - diedAt).toBeLessThan(OPEN_MS);
  expect(dying.callsSince(backAt)).toBeGreaterThan(50);

  const events = await breakerEvents();
  expect(events.every(({ deployment }) => deployment === 'b/m')).toBe(true);
  // Each event takes up where the one before left off, from closed through to closed.
  expect(events.map(({ from }) => from)).toEqual(['closed', ...events.slice(0, -1).map(({ to }) => to)]);
  expect(events.at(-1)).toMatchObject({ from: 'half_open', to: 'closed' });

  const metrics = await gateway.metrics();
  const transitions = events.reduce<Record<string, number>>(
    (sum, { to }) => ({ ...sum, [to]: (sum[to] ?? 0) + 1 }),
    {}
  );
  for (const [to, count] of Object.entries(transitions)) {
    expect(metrics.sum('llm_gateway_circuit_breaker_transitions_total', { deployment: 'b/m', to })).toBe(count);
  }
  expect(metrics.sum('llm_gateway_circuit_breaker_state', { deployment: 'b/m' })).toBe(0);
});

test('all deployments down: a clear 503 that names what was tried, and no storm of retries', async () => {
  providers.forEach((provider) => (provider.dead = true));
  const startedAt = Date.now();

  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(gateway, 'three', index % 2 === 0)));

  expect(Date.now() - startedAt).toBeLessThan(10_000);
  for (const { status, text, headers } of answers) {
    expect(status).toBe(503);
    expect(headers.get('retry-after')).not.toBeNull();
    expect((JSON.parse(text) as { error: unknown }).error).toMatchObject({ code: 'no_deployment_available' });
    expect(text).toMatch(/No deployment of \\"three\\" could answer\. .*[abc]\/m/);
  }
  const calls = providers.reduce((sum, provider) => sum + provider.arrivals.length, 0);
  expect(calls).toBeLessThanOrEqual(50 * 4);
  // With the breakers open, nothing is tried at all.
  const quietFrom = Date.now();
  expect((await ask(gateway, 'three', false)).status).toBe(503);
  expect(providers.reduce((sum, provider) => sum + provider.callsSince(quietFrom), 0)).toBeLessThanOrEqual(3);
  const counted = (await gateway.metrics()).sum('llm_gateway_attempts_total', { model: 'three' });
  expect(counted).toBe(providers.reduce((sum, provider) => sum + provider.arrivals.length, 0));
});

test('a Retry-After of 2 s is waited for when there is nowhere else to go', async () => {
  const [only] = providers as [FlakyProvider];
  only.limitOnce = 2;
  const startedAt = Date.now();

  const answer = await ask(gateway, 'one', true);

  expect(answer.good).toBe(true);
  expect(answer.headers.get('x-llm-gateway-attempts')).toBe('2');
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(2_000);
  const [first, second] = only.arrivals as [number, number];
  expect(second - first).toBeGreaterThanOrEqual(2_000);
});

test('a Retry-After of 2 s is routed around when there is another deployment, which gets no call until then', async () => {
  const [limited, other] = providers as [FlakyProvider, FlakyProvider];
  limited.limitOnce = 2;
  const startedAt = Date.now();
  while (limited.arrivals.length === 0) {
    expect((await ask(gateway, 'two', false)).good).toBe(true);
  }
  for (let request = 0; request < 30; request++) {
    expect((await ask(gateway, 'two', false)).good).toBe(true);
  }

  expect(Date.now() - startedAt).toBeLessThan(2_000);
  expect(limited.arrivals).toHaveLength(1);
  expect(other.arrivals.length).toBeGreaterThan(30);
});
