import { setTimeout as sleep } from 'node:timers/promises';

import { TestGateway, configuration } from '../support/gateway.js';
import { ask } from './clients.js';

let gateway: TestGateway;

const LATENCY_MS = 150;

beforeAll(async () => {
  gateway = await TestGateway.start(
    configuration(
      `
providers:
  - { name: slow, type: simulator, simulator: { latency_ms: ${LATENCY_MS}, tokens_per_second: 100000, output_tokens: 3 } }
  - { name: stuck, type: simulator, simulator: { stall_rate: 1 } }
  - name: limited
    type: simulator
    simulator:
      { latency_ms: 0, tokens_per_second: 100000, output_tokens: 3, rate_limit: { requests_per_minute: 20 } }
  - name: roomy
    type: simulator
    simulator:
      { latency_ms: 0, tokens_per_second: 100000, output_tokens: 3, rate_limit: { requests_per_minute: 1000 } }
models:
  - { name: one-at-a-time, deployments: [{ provider: slow, model: m, max_concurrent: 1 }] }
  - { name: full, deployments: [{ provider: stuck, model: m, max_concurrent: 1 }] }
  - name: headroom
    strategy: most-headroom
    deployments: [{ provider: limited, model: m }, { provider: roomy, model: m }]
routing: { health_check_ms: 0, queue_timeout_ms: 2000, deadline_ms: 20000 }
`,
      '{ port: 0 }'
    )
  );
});

afterAll(() => gateway.remove());

test('requests past max_concurrent wait for their turn', async () => {
  const startedAt = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, index) => ask(gateway, 'one-at-a-time', index % 2 === 0))
  );
  expect(answers.every(({ good }) => good)).toBe(true);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(5 * LATENCY_MS);
});

test('and are refused with 503 and Retry-After when it does not come', async () => {
  const leaving = new AbortController();
  const messages = [{ role: 'user', content: 'Hello' }];
  const stuck = gateway.chat({ model: 'full', messages }, { signal: leaving.signal }).catch(() => 'left');
  const calls = async () => (await gateway.metrics()).sum('llm_gateway_active_requests', { provider: 'stuck' });
  while ((await calls()) === 0) {
    await sleep(10);
  }

  const { status, text, headers } = await ask(gateway, 'full', false);

  expect(status).toBe(503);
  expect(headers.get('retry-after')).toBe('1');
  expect(JSON.parse(text)).toMatchObject({ error: { code: 'queue_full', type: 'overloaded' } });
  leaving.abort();
  expect(await stuck).toBe('left');
});

test('the provider with most of its own rate limit left gets the traffic, and none is refused', async () => {
  for (let request = 0; request < 60; request++) {
    expect((await ask(gateway, 'headroom', false)).status).toBe(200);
  }
  const metrics = await gateway.metrics();
  const calls = (provider: string) => metrics.sum('llm_gateway_attempts_total', { model: 'headroom', provider });
  // One that has not said anything counts as half full: until then the other may be used, and no further.
  expect(calls('limited')).toBeLessThanOrEqual(11);
  expect(calls('roomy')).toBe(60 - calls('limited'));
  const left = metrics.sum('llm_gateway_provider_limit_remaining', { provider: 'roomy', kind: 'requests' });
  expect(left).toBe(1000 - calls('roomy'));
});
