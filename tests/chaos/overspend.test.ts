import { configuration } from '../support/gateway.js';
import { KeyedUpstream } from '../support/keyedUpstream.js';
import { withPostgres } from '../support/postgres.js';
import { hasRedis, withRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { type Answered, Fleet } from './fleet.js';

jest.setTimeout(120_000);

/** A request that takes all it may costs a cent: ten tokens for a tenth of a cent each. */
const CENT = 10_000_000;
const FULL = { model: 'm', max_tokens: 10 };
const UPSTREAM_KEY = 'upstream-secret';

const config = (rules: string, upstream = 'http://127.0.0.1:1') =>
  configuration(`
providers:
  - name: sim
    type: simulator
    simulator: { latency_ms: 50, tokens_per_second: 100000, output_tokens: 10 }
  - { name: held, type: openai-compatible, base_url: "${upstream}", api_key: ${UPSTREAM_KEY} }
models:
  - { name: m, deployments: [{ provider: sim, model: m, price: { input_per_million_usd: 0, output_per_million_usd: 1000 } }] }
  - { name: held, deployments: [{ provider: held, model: m, price: { input_per_million_usd: 0, output_per_million_usd: 1000 } }] }
${rules}
`);

const BUDGET_FOR_TEN = 'budgets: [{ name: ten, key: test, limit_usd: 0.1, period: monthly }]';

/** The same on one process with SQLite, and on three replicas with Redis and PostgreSQL. */
function everywhere(name: string, run: (start: (config: string) => Promise<Fleet>) => Promise<void>): void {
  const withBoth = hasRedis ? withPostgres : withRedis;
  test(`on one process, ${name}`, () => run((from) => Fleet.alone(from)));
  withBoth(`on three replicas, ${name}`, () => run((from) => Fleet.replicas(from, 3)));
}

function served(answers: readonly Answered[]): number {
  return answers.filter(({ status }) => status === 200).length;
}

/** Everything that was not served was refused, and for this reason. */
function refusedWith(answers: readonly Answered[], status: number, code: string): void {
  const others = answers.filter((answer) => answer.status !== 200);
  expect(others.filter((answer) => answer.status !== status || answer.code !== code)).toEqual([]);
}

everywhere('of 500 first requests at once, a budget for ten lets ten be served', async (start) => {
  const fleet = await start(config(BUDGET_FOR_TEN));
  try {
    const answers = await fleet.rush(500, FULL);
    expect(served(answers)).toBe(10);
    refusedWith(answers, 402, 'budget_exceeded');
    expect(await fleet.spent()).toBe(10 * CENT);
    await until(async () => (await fleet.standings('ten')).every(([, reserved]) => reserved === 0));
    for (const [used] of await fleet.standings('ten')) {
      expect(used).toBe(10 * CENT);
    }
    refusedWith(await fleet.rush(3, FULL), 402, 'budget_exceeded');
  } finally {
    await fleet.remove();
  }
});

everywhere('what requests reserve and do not use is there for others, and no more than that', async (start) => {
  const fleet = await start(config(BUDGET_FOR_TEN));
  try {
    const answers: Answered[] = [];
    const greedy = { ...FULL, max_tokens: 25 };
    for (let round = 0; round < 8; round++) {
      const more = await fleet.rush(60, greedy);
      // Only four fit at once.
      expect(served(more)).toBeLessThanOrEqual(4);
      answers.push(...more);
      await until(async () => (await fleet.standings('ten')).every(([, reserved]) => reserved === 0));
    }
    // After eight cents, two and a half do not fit.
    expect(served(answers)).toBe(8);
    refusedWith(answers, 402, 'budget_exceeded');
    expect(await fleet.spent()).toBe(8 * CENT);
  } finally {
    await fleet.remove();
  }
});

everywhere('of 300 at once, a limit of 20 requests a minute lets 20 be served', async (start) => {
  const fleet = await start(config('limits: [{ name: rpm, key: test, requests_per_minute: 20 }]'));
  try {
    const answers = await fleet.rush(300, FULL);
    expect(served(answers)).toBe(20);
    refusedWith(answers, 429, 'rate_limit_exceeded');
  } finally {
    await fleet.remove();
  }
});

everywhere('tokens a minute are never exceeded, and corrected to what was used', async (start) => {
  const limit = 1_000;
  const fleet = await start(config(`limits: [{ name: tpm, key: test, tokens_per_minute: ${limit} }]`));
  try {
    const answers: Answered[] = [];
    let tokens = 0;
    for (let more: readonly Answered[]; (more = await fleet.rush(150, FULL)), served(more) > 0;) {
      answers.push(...more);
      tokens = answers.reduce((sum, { totalTokens }) => sum + totalTokens, 0);
      expect(tokens).toBeLessThanOrEqual(limit);
    }
    refusedWith(answers, 429, 'rate_limit_exceeded');
    // Not even one more would have fitted.
    expect(tokens).toBeGreaterThan(limit / 2);
  } finally {
    await fleet.remove();
  }
});

everywhere('five parallel requests are five, and one that ends makes room', async (start) => {
  const upstream = await KeyedUpstream.start(UPSTREAM_KEY);
  let open = () => {};
  upstream.gate = new Promise((resolve) => {
    open = resolve;
  });
  const rules = 'limits: [{ name: parallel, key: test, parallel_requests: 5 }]\nrouting: { health_check_ms: 0 }';
  const fleet = await start(config(rules, upstream.url));
  try {
    const held = { model: 'held', max_tokens: 2 };
    let refused = 0;
    const answers = Promise.all(
      Array.from({ length: 100 }, async () => {
        const answer = await fleet.ask(held);
        refused += answer.status === 429 ? 1 : 0;
        return answer;
      })
    );
    await until(async () => refused === 95);
    expect(upstream.calls).toHaveLength(5);
    open();
    expect(served(await answers)).toBe(5);
    refusedWith(await answers, 429, 'rate_limit_exceeded');
    await until(async () => (await fleet.ask(held)).status === 200);
    const again = await Promise.all(Array.from({ length: 5 }, () => fleet.ask(held)));
    expect(served(again)).toBeGreaterThan(0);
  } finally {
    await fleet.remove();
    upstream.stop();
  }
});
