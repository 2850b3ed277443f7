import { CLIENT_KEY, TestGateway, configuration } from '../support/gateway.js';
import { TestRedis, withRedis } from '../support/redis.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

const OTHER_KEY = 'another-client-key';
const config = configuration(`
cache: { enabled: true }
providers:
  - { name: sim, type: simulator, prices: openai, simulator: { latency_ms: 0, tokens_per_second: 100000, output_tokens: 10 } }
models: [{ name: m, deployments: [{ provider: sim, model: gpt-4o-mini }] }]`).replace(
  'keys: [',
  `keys: [{ name: other, key: ${OTHER_KEY}, team: tests }, `
);

/** What the cache had for a question; the request must be answered, whatever that is. */
async function ask(gateway: TestGateway, content: string, { stream = false, key = CLIENT_KEY } = {}) {
  const answer = await gateway.chat(
    { model: 'm', stream, messages: [{ role: 'user', content }] },
    { headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } }
  );
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(stream ? /\[DONE\]\n\n$/ : /"finish_reason":"stop"/);
  return answer.headers.get('x-llm-gateway-cache');
}

withRedis('replicas share answers; without Redis each goes on by itself, and no request fails or waits', async () => {
  const redis = await TestRedis.start();
  const env = { REDIS_URL: redis.url };
  const [a, b] = await Promise.all([TestGateway.start(config, { env }), TestGateway.start(config, { env })]);
  try {
    await ask(a, 'first', { stream: true });
    await until(async () => (await ask(b, 'first')) === 'hit');
    expect(await ask(b, 'first', { key: OTHER_KEY })).toBe('miss');

    redis.pause();
    expect(await ask(a, 'while it hangs')).toBe('miss');
    const before = performance.now();
    for (let time = 0; time < 10; time++) {
      expect(await ask(a, 'while it hangs')).toBe('hit');
    }
    expect(performance.now() - before).toBeLessThan(1_000);
    redis.resume();

    await redis.kill();
    expect(await ask(a, 'first')).toBe('hit');
    expect(await ask(b, 'while it is gone')).toBe('miss');
    expect(await ask(b, 'while it is gone', { stream: true })).toBe('hit');

    await redis.restart();
    await until(async () => {
      const question = `again ${Math.random()}`;
      await ask(a, question);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (await ask(b, question)) === 'hit';
    }, 20_000);
  } finally {
    await Promise.all([a.remove(), b.remove()]);
    await redis.kill();
  }
});
