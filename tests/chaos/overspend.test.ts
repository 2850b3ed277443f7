import { KeyedUpstream } from '../support/keyedUpstream.js';
import { withPostgres } from '../support/postgres.js';
import { hasRedis, withRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { type Answered, Fleet } from './fleet.js';

jest.setTimeout(120_000);

/** A request that uses all it may costs a cent: ten tokens for a tenth of a cent each. */
const CENT = 10_000_000;
const FULL = { model: 'm', max_tokens: 10 };
const UPSTREAM_KEY = 'upstream-secret';
const TOKENS_PER_MINUTE = 1_000;

/** Each test has a key of its own, with a rule on it. */
const secretOf = (key: string) => `secret-of-${key}`;
const KEYS = ['first', 'greedy', 'rpm', 'tpm', 'parallel'];

const config = (upstream: string) => `
server: { port: 0 }
providers:
  - name: sim
    type: simulator
    simulator: { latency_ms: 50, tokens_per_second: 100000, output_tokens: 10 }
  - { name: held, type: openai-compatible, base_url: "${upstream}", api_key: ${UPSTREAM_KEY} }
models:
  - name: m
    deployments: [{ provider: sim, model: m, price: { input_per_million_usd: 0, output_per_million_usd: 1000 } }]
  - { name: held, deployments: [{ provider: held, model: m }] }
keys: [${KEYS.map((name) => `{ name: ${name}, key: ${secretOf(name)} }`).join(', ')}]
budgets:
  - { name: first, key: first, limit_usd: 0.1, period: monthly }
  - { name: greedy, key: greedy, limit_usd: 0.1, period: monthly }
limits:
  - { name: rpm, key: rpm, requests_per_minute: 20 }
  - { name: tpm, key: tpm, tokens_per_minute: ${TOKENS_PER_MINUTE} }
  - { name: parallel, key: parallel, parallel_requests: 5 }
routing: { health_check_ms: 0 }
`;

let upstream: KeyedUpstream;
const fleets = new Map<string, Promise<Fleet>>();

beforeAll(async () => {
  upstream = await KeyedUpstream.start(UPSTREAM_KEY);
});

afterAll(async () => {
  for (const fleet of fleets.values()) {
    await (await fleet).remove();
  }
  upstream.stop();
});

/** The same on one process with SQLite, and on three replicas with Redis and PostgreSQL. */
function everywhere(name: string, run: (fleet: Fleet) => Promise<void>): void {
  const on = (place: string, start: () => Promise<Fleet>) => async () => {
    const fleet = fleets.get(place) ?? start();
    fleets.set(place, fleet);
    await run(await fleet);
  };
  const withBoth = hasRedis ? withPostgres : withRedis;
  test(
    `on one process, ${name}`,
    on('one process', () => Fleet.alone(config(upstream.url)))
  );
  withBoth(
    `on three replicas, ${name}`,
    on('three replicas', () => Fleet.replicas(config(upstream.url), 3))
  );
}

function served(answers: readonly Answered[]): number {
  return answers.filter(({ status }) => status === 200).length;
}

/** Everything that was not served was refused, and for this reason. */
function refusedWith(answers: readonly Answered[], status: number, code: string): void {
  const others = answers.filter((answer) => answer.status !== 200);
  expect(others.filter((answer) => answer.status !== status || answer.code !== code)).toEqual([]);
}

const settled = (fleet: Fleet, budget: string) =>
  until(async () => (await fleet.standings(budget)).every(([, reserved]) => reserved === 0));

everywhere('of 500 first requests at once, a budget for ten lets ten be served', async (fleet) => {
  const answers = await fleet.rush(500, FULL, secretOf('first'));
  expect(served(answers)).toBe(10);
  refusedWith(answers, 402, 'budget_exceeded');
  expect(await fleet.spent('first')).toBe(10 * CENT);
  await settled(fleet, 'first');
  expect(await fleet.standings('first')).toEqual(fleet.gateways.map(() => [10 * CENT, 0]));
  expect(served(await fleet.rush(3, FULL, secretOf('first')))).toBe(0);
});

everywhere('what requests reserve and do not use is there for others, and no more than that', async (fleet) => {
  const answers: Answered[] = [];
  for (let round = 0; round < 8; round++) {
    answers.push(...(await fleet.rush(60, { ...FULL, max_tokens: 25 }, secretOf('greedy'))));
    await settled(fleet, 'greedy');
  }
  // After eight cents, two and a half do not fit.
  expect(served(answers)).toBe(8);
  refusedWith(answers, 402, 'budget_exceeded');
  expect(await fleet.spent('greedy')).toBe(8 * CENT);
});

everywhere('of 300 at once, a limit of 20 requests a minute lets 20 be served', async (fleet) => {
  const answers = await fleet.rush(300, FULL, secretOf('rpm'));
  expect(served(answers)).toBe(20);
  refusedWith(answers, 429, 'rate_limit_exceeded');
});

everywhere('tokens a minute are never exceeded, and corrected to what was used', async (fleet) => {
  let answers: readonly Answered[] = [];
  let tokens = 0;
  for (let more = -1; more !== 0; more = served(answers)) {
    answers = await fleet.rush(100, FULL, secretOf('tpm'));
    refusedWith(answers, 429, 'rate_limit_exceeded');
    tokens = answers.reduce((sum, { totalTokens }) => sum + totalTokens, tokens);
    expect(tokens).toBeLessThanOrEqual(TOKENS_PER_MINUTE);
  }
  // Not even one more would have fitted; it asks for twice as much at most.
  expect(tokens).toBeGreaterThan(TOKENS_PER_MINUTE / 2);
});

everywhere('five parallel requests are five, and one that ends makes room', async (fleet) => {
  const secret = secretOf('parallel');
  const held = { model: 'held', max_tokens: 2 };
  const before = upstream.calls.length;
  let open = () => {};
  upstream.gate = new Promise((resolve) => {
    open = resolve;
  });
  let refused = 0;
  const answers = Promise.all(
    Array.from({ length: 100 }, async () => {
      const answer = await fleet.ask(held, secret);
      refused += answer.status === 429 ? 1 : 0;
      return answer;
    })
  );
  await until(async () => refused === 95 && upstream.calls.length === before + 5);
  open();
  expect(served(await answers)).toBe(5);
  refusedWith(await answers, 429, 'rate_limit_exceeded');
  // Each is free once its replica has told the others that it ended.
  await until(async () => served(await fleet.rush(5, held, secret)) === 5);
});
