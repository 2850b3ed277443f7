import { setTimeout as sleep } from 'node:timers/promises';

import { TestGateway, configuration } from '../support/gateway.js';
import { TestRedis, withRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { ask } from './clients.js';
import { FlakyProvider } from './flakyProvider.js';

jest.setTimeout(60_000);

const breakerOf = async (gateway: TestGateway) => {
  const { deployments } = (await (await gateway.get('/health')).json()) as {
    deployments: ReadonlyArray<{ deployment: string; breaker: string }>;
  };
  return deployments.find(({ deployment }) => deployment === 'a/m')?.breaker;
};

withRedis('a breaker that one replica opens or closes, the other does too, without a call of its own', async () => {
  const redis = await TestRedis.start();
  const provider = await FlakyProvider.start();
  const config = configuration(`
providers: [{ name: a, type: openai-compatible, base_url: "${provider.url}" }]
models: [{ name: m, deployments: [{ provider: a, model: m }] }]
routing: { max_attempts: 1, health_check_ms: 0, breaker: { consecutive_failures: 3, open_ms: 1000 } }
`);
  const env = { REDIS_URL: redis.url };
  const [first, second] = await Promise.all([TestGateway.start(config, { env }), TestGateway.start(config, { env })]);
  try {
    provider.dead = true;
    for (let request = 0; request < 3; request++) {
      await ask(first, 'm', false);
    }
    expect(await breakerOf(first)).toBe('open');
    await until(async () => (await breakerOf(second)) === 'open');
    const calls = provider.arrivals.length;
    expect((await ask(second, 'm', false)).status).toBe(503);
    expect(provider.arrivals.length).toBe(calls);

    provider.dead = false;
    await until(async () => (await breakerOf(first)) === 'half_open');
    expect((await ask(first, 'm', false)).good).toBe(true);
    await until(async () => (await breakerOf(second)) === 'closed');

    // Without Redis each goes by its own experience, and both go on.
    await redis.kill();
    provider.dead = true;
    for (let request = 0; request < 3; request++) {
      await ask(first, 'm', false);
    }
    expect(await breakerOf(first)).toBe('open');
    expect(await breakerOf(second)).toBe('closed');
    provider.dead = false;
    expect((await ask(second, 'm', true)).good).toBe(true);

    // Back again, they find each other by themselves.
    await redis.restart();
    await until(async () => (await ask(first, 'm', false)).good);
    provider.dead = true;
    await sleep(3_000);
    for (let request = 0; request < 3; request++) {
      await ask(first, 'm', false);
    }
    await until(async () => (await breakerOf(second)) === 'open');
  } finally {
    await redis.kill();
    await Promise.all([first.remove(), second.remove(), provider.stop()]);
  }
});
