import { setTimeout as sleep } from 'node:timers/promises';

import { TestGateway } from '../support/gateway.js';
import { TestPostgres, withPostgres } from '../support/postgres.js';
import { integer, seededRandom } from '../support/random.js';
import { TestRedis, hasRedis, withRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { type LedgerRow, readRows } from './reconcile/books.js';
import { answerDisagreements, budgetDisagreements, metricDisagreements, overspent } from './reconcile/disagreements.js';
import { KEYS, townConfig } from './reconcile/town.js';
import { ASKED, Traffic, askedOf } from './reconcile/traffic.js';
import { Unrest } from './reconcile/unrest.js';

jest.setTimeout(180_000);

const SEED = Number(process.env['LLM_GATEWAY_TEST_SEED'] ?? 20261121);
const CLIENTS = 10;
const KILLS = 4;

function commotion(seed: number) {
  const random = seededRandom(seed);
  const traffic = new Traffic(seed, CLIENTS, KEYS);
  return { random, traffic, unrest: new Unrest(traffic, random, KEYS) };
}

/** Waits until requests whose clients left have ended too. */
async function untilQuiet(gateway: TestGateway): Promise<void> {
  await until(async () => (await gateway.metrics()).sum('llm_gateway_active_requests') === 0);
  await sleep(100);
}

/** What a gateway was asked since it was started. */
function askedOfIt(rows: readonly LedgerRow[], gateway: TestGateway): readonly LedgerRow[] {
  return rows.filter(({ tags }) => tags[ASKED] === askedOf(gateway));
}

test('whatever clients, providers and administrators do, ledger, budgets and metrics agree to the nano-dollar', async () => {
  const gateway = await TestGateway.start(townConfig());
  const { traffic, unrest } = commotion(SEED);
  try {
    traffic.start([gateway]);
    unrest.start([gateway]);
    await sleep(12_000);
    await unrest.stop();
    await traffic.stop();
    await untilQuiet(gateway);

    const rows = await readRows(gateway);
    expect(unrest.faults).toEqual([]);
    expect(unrest.changes).toBeGreaterThan(20);
    expect([...traffic.statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 402, 404, 429]));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['success', 'error', 'aborted']));
    expect(answerDisagreements(traffic.seen, rows, true)).toEqual([]);
    expect(await metricDisagreements(gateway, rows)).toEqual([]);
    expect(await budgetDisagreements(gateway)).toEqual([]);
    expect(await overspent(gateway)).toEqual([]);
  } finally {
    await gateway.remove();
  }
});

test('killed under load and started again, budgets are the ledger’s sums, and no whole answer is missing', async () => {
  let gateway = await TestGateway.start(townConfig());
  const { directory } = gateway;
  const { random, traffic, unrest } = commotion(SEED + 1);
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      traffic.start([gateway]);
      unrest.start([gateway]);
      await sleep(integer(random, 700, 2_500));
      gateway.signal('SIGKILL');
      await gateway.ended();
      await Promise.all([traffic.stop(), unrest.stop()]);
      gateway = await TestGateway.start(unrest.config, { directory });
      expect(await budgetDisagreements(gateway)).toEqual([]);
      expect(answerDisagreements(traffic.seen, await readRows(gateway), false)).toEqual([]);
    }
    traffic.start([gateway]);
    await sleep(1_000);
    await traffic.stop();
    await untilQuiet(gateway);

    const rows = await readRows(gateway);
    expect(unrest.faults).toEqual([]);
    expect(traffic.seen.length).toBeGreaterThan(KILLS * 20);
    expect(answerDisagreements(traffic.seen, rows, false)).toEqual([]);
    expect(await metricDisagreements(gateway, askedOfIt(rows, gateway))).toEqual([]);
    expect(await budgetDisagreements(gateway)).toEqual([]);
    expect(await overspent(gateway)).toEqual([]);
  } finally {
    await gateway.remove();
  }
});

const withBoth = hasRedis ? withPostgres : withRedis;

withBoth('on two replicas of which one is killed, budgets of both come to the ledger’s sums', async () => {
  const [redis, postgres] = await Promise.all([TestRedis.start(), TestPostgres.start()]);
  const env = {
    REDIS_URL: redis.url,
    DATABASE_URL: await postgres.createDatabase(),
    LLM_GATEWAY_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  let first = await TestGateway.start(townConfig(), { env });
  const second = await TestGateway.start(townConfig(), { env });
  const { traffic, unrest } = commotion(SEED + 2);
  try {
    traffic.start([first, second]);
    unrest.start([first, second]);
    await sleep(3_000);
    first.signal('SIGKILL');
    await first.ended();
    await sleep(1_000);
    first = await TestGateway.start(unrest.config, { env, directory: first.directory });
    traffic.replace(0, first);
    unrest.replace(0, first);
    await sleep(3_000);
    await unrest.stop();
    await traffic.stop();
    await Promise.all([untilQuiet(first), untilQuiet(second)]);

    const rows = await readRows(first, second);
    expect(unrest.faults).toEqual([]);
    expect(traffic.seen.length).toBeGreaterThan(50);
    expect(answerDisagreements(traffic.seen, rows, false)).toEqual([]);
    for (const gateway of [first, second]) {
      expect(await metricDisagreements(gateway, askedOfIt(rows, gateway))).toEqual([]);
      expect((await gateway.metrics()).sum('llm_gateway_shared_state_up')).toBe(1);
    }
    const disagreements = async () =>
      (await Promise.all([budgetDisagreements(first), budgetDisagreements(second)])).flat();
    // What the killed one had reserved is held until its lease ends, a minute after.
    await until(async () => (await disagreements()).length === 0, 80_000).catch(() => {});
    expect(await disagreements()).toEqual([]);
  } finally {
    await Promise.all([first.remove(), second.remove()]);
    await Promise.all([redis.kill(), postgres.remove()]);
  }
});
