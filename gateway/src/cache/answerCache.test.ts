import { Redis } from 'ioredis';
import { pino } from 'pino';

import { TestRedis, withRedis } from '../../../tests/support/redis.js';
import { until } from '../../../tests/support/until.js';
import { tokens } from '../../../tests/support/usageEvent.js';
import type { Config } from '../config/schema.js';
import { AnswerCache } from './answerCache.js';
import type { CacheRule } from './rules.js';
import { type StoredAnswer, decodeAnswer, encodeAnswer } from './storedAnswer.js';

const rule: CacheRule = { ttlMs: 60_000, share: 'key', maxAnswerBytes: 1_000_000 };
const log = pino({ level: 'silent' });

function configOf({ maxBytes = 1_000_000, timeoutMs = 50 } = {}): Config {
  return {
    cache: { enabled: true, ttl_seconds: 60, max_bytes: maxBytes, redis_timeout_ms: timeoutMs },
    models: [],
  } as unknown as Config;
}

const answerOf = (content: string, at = Date.now()): StoredAnswer => ({
  at,
  deployment: 'openai/gpt-4o',
  tokens: tokens(),
  body: Buffer.from(JSON.stringify({ choices: [{ message: { content } }] })),
});
const sized = (bytes: number) => answerOf('x'.repeat(bytes));

describe('in memory', () => {
  const create = (options: { maxBytes?: number } = {}) =>
    new AnswerCache({ config: configOf(options), redis: undefined, log });

  test('what was kept is found, and nothing else', () => {
    const cache = create();
    const answer = answerOf('a');
    cache.keep('a', answer, rule);
    expect(cache.find('a', rule)).toBe(answer);
    expect(cache.find('b', rule)).toBeUndefined();
  });

  test('for as long as it lives', async () => {
    const cache = create();
    cache.keep('a', answerOf('a'), { ...rule, ttlMs: 20 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(cache.find('a', rule)).toBeUndefined();
  });

  test('however much is kept, it stays within its bytes; what was asked for the longest ago goes first', () => {
    const cache = create({ maxBytes: 100_000 });
    cache.keep('first', sized(1_000), rule);
    for (let index = 0; index < 1_000; index++) {
      cache.keep(`${index}`, sized(1_000), rule);
      expect(cache.find('first', rule)).toBeDefined();
    }
    const left = Array.from({ length: 1_000 }, (_none, index) => cache.find(`${index}`, rule)).filter(Boolean);
    expect(left.length).toBeGreaterThan(50);
    expect(left.length).toBeLessThan(100);
    expect(cache.find('999', rule)).toBeDefined();
  });

  test('one larger than all of it is not kept', () => {
    const cache = create({ maxBytes: 100_000 });
    cache.keep('small', sized(10), rule);
    cache.keep('large', sized(200_000), rule);
    expect(cache.find('large', rule)).toBeUndefined();
    expect(cache.find('small', rule)).toBeDefined();
  });
});

test.each([
  ['', undefined],
  ['{}', undefined],
  ['[1]', undefined],
  ['null', undefined],
  [encodeAnswer({ ...answerOf('a'), body: Buffer.from('no JSON') }), undefined],
  [encodeAnswer({ ...answerOf('a'), body: Buffer.from('{"choices":[null]}') }), undefined],
  [encodeAnswer({ ...answerOf('a'), tokens: {} as never }), undefined],
  [encodeAnswer(answerOf('é🐘', 7)), answerOf('é🐘', 7)],
])('what is in Redis is read with care: %s', (text, expected) => {
  expect(decodeAnswer(text)).toEqual(expected);
});

describe('in Redis', () => {
  let server: TestRedis;
  const closing: Array<() => void> = [];
  afterEach(async () => {
    closing.splice(0).forEach((close) => close());
    await server?.kill();
  });

  async function replica(options: { maxBytes?: number; timeoutMs?: number } = {}): Promise<AnswerCache> {
    const redis = new Redis(server.url);
    redis.on('error', () => {});
    const cache = new AnswerCache({ config: configOf(options), redis, log });
    closing.push(() => {
      cache.close();
      redis.disconnect();
    });
    // Until its connection is there, it does without.
    await until(async () => cache.find('nothing', rule) instanceof Promise);
    return cache;
  }
  const inspect = async <Answer>(look: (redis: Redis) => Promise<Answer>): Promise<Answer> => {
    const redis = new Redis(server.url);
    try {
      return await look(redis);
    } finally {
      redis.disconnect();
    }
  };
  const kept = () =>
    inspect(async (redis) => (await redis.keys('*answers:*')).filter((key) => !/:(ends|sizes)$/.test(key)));

  withRedis('what one replica keeps, another finds, and then has itself', async () => {
    server = await TestRedis.start();
    const [a, b] = [await replica(), await replica()];
    const answer = answerOf('shared 🐘');
    a.keep('k', answer, rule);
    await until(async () => (await b.find('k', rule)) !== undefined);
    expect(b.find('k', rule)).toEqual(answer);
  });

  withRedis('an answer lives as long there, and no replica has it for longer', async () => {
    server = await TestRedis.start();
    const [a, b] = [await replica(), await replica()];
    a.keep('k', answerOf('a'), { ...rule, ttlMs: 300 });
    await until(async () => (await b.find('k', { ...rule, ttlMs: 300 })) !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 320));
    expect(await b.find('k', rule)).toBeUndefined();
    expect(await kept()).toEqual([]);
  });

  withRedis('however much is kept, it stays within its bytes there too', async () => {
    server = await TestRedis.start();
    const cache = await replica({ maxBytes: 100_000, timeoutMs: 5_000 });
    for (let index = 0; index < 300; index++) {
      cache.keep(`${index}`, sized(1_000), rule);
      cache.keep(`${index}`, sized(900), rule);
    }
    await until(async () => (await kept()).some((key) => key.endsWith(':299')));
    const names = await kept();
    expect(names.length).toBeGreaterThan(50);
    expect(names.length).toBeLessThan(100);
    const [bytes, total, sizes] = await inspect(async (redis) => {
      const lengths = await Promise.all(names.map((name) => redis.strlen(name)));
      const known = await redis.hgetall('{llm-gateway}:answers:sizes');
      const { total: sum, ...each } = known;
      return [lengths.reduce((all, one) => all + one, 0), Number(sum), Object.values(each).map(Number)];
    });
    expect(bytes).toBeLessThan(100_000);
    expect(total).toBeLessThanOrEqual(100_000);
    expect(sizes.reduce((all, one) => all + one, 0)).toBe(total);
  });

  withRedis('what has ended leaves room', async () => {
    server = await TestRedis.start();
    const cache = await replica({ maxBytes: 100_000, timeoutMs: 5_000 });
    for (let index = 0; index < 60; index++) {
      cache.keep(`old ${index}`, sized(1_000), { ...rule, ttlMs: 50 });
    }
    await until(async () => (await kept()).length === 0);
    cache.keep('new', sized(1_000), rule);
    await until(async () => (await kept()).length === 1);
    expect(await inspect((redis) => redis.hlen('{llm-gateway}:answers:sizes'))).toBe(2);
  });

  withRedis('while it does not answer, a request waits once and then nobody does; then it is used again', async () => {
    server = await TestRedis.start();
    const cache = await replica({ timeoutMs: 50 });
    cache.keep('k', answerOf('a'), rule);
    server.pause();
    const before = performance.now();
    expect(await cache.find('unknown', rule)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(500);
    expect(cache.find('unknown', rule)).toBeUndefined();
    expect(await cache.find('k', rule)).toBeDefined();
    expect(() => cache.keep('other', answerOf('b'), rule)).not.toThrow();
    server.resume();
    await until(async () => cache.find('unknown', rule) instanceof Promise);
  });

  withRedis('while it is gone, memory goes on', async () => {
    server = await TestRedis.start();
    const cache = await replica();
    await server.kill();
    await until(async () => !(cache.find('unknown', rule) instanceof Promise));
    cache.keep('k', answerOf('a'), rule);
    expect(cache.find('k', rule)).toBeDefined();
    await server.restart();
    await until(async () => cache.find('unknown', rule) instanceof Promise);
  });
});
