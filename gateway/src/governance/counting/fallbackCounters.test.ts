import { setTimeout as sleep } from 'node:timers/promises';

import {
  CountersWorld,
  FakeLedger,
  START,
  granted,
  parallel,
  rate,
  spend,
  used,
} from '../../../../tests/support/counting.js';
import { TestRedis, withRedis } from '../../../../tests/support/redis.js';
import { until } from '../../../../tests/support/until.js';
import type { WiredCounters } from './createCounters.js';
import { TIMING } from './redis/timing.js';

jest.setTimeout(30_000);

const c = 'counter';
let ledger: FakeLedger;
const claim = (amount: number) => spend(c, amount, 100, { seed: ledger.seed });

beforeEach(() => {
  ledger = new FakeLedger();
});

/** With a Redis of its own, as it will not survive. */
async function withOwnRedis(run: (redis: TestRedis, world: CountersWorld) => Promise<void>): Promise<void> {
  const redis = await TestRedis.start();
  const world = new CountersWorld(redis.url);
  try {
    await run(redis, world);
  } finally {
    redis.resume();
    await world.close();
    await redis.kill();
  }
}

async function kill(redis: TestRedis, ...replicas: readonly WiredCounters[]): Promise<void> {
  await redis.kill();
  await until(async () => replicas.every(({ state }) => state === 'down'));
}

async function restart(redis: TestRedis, ...replicas: readonly WiredCounters[]): Promise<void> {
  await redis.restart();
  await until(async () => replicas.every(({ state }) => state === 'up'));
}

function settle(counters: WiredCounters, id: string, actual: number): void {
  counters.settle(id, [actual]);
  ledger.rows.push({ at: START, amount: actual });
}

withRedis('without Redis a replica counts on from what it was last told', () =>
  withOwnRedis(async (redis, world) => {
    const [first, second] = await Promise.all([world.replica(), world.replica()]);
    await second.reserve('s1', [claim(30), rate('r', 4, 10)], START);
    await first.reserve('f1', [claim(20), rate('r', 1, 10), parallel('p', 2)], START);
    await kill(redis, first, second);
    const asked = ledger.asked;

    expect(granted(await first.reserve('f2', [claim(51)], START))).toBe(false);
    expect(granted(await first.reserve('f3', [claim(50)], START))).toBe(true);
    expect(granted(await first.reserve('f4', [rate('r', 6, 10)], START))).toBe(false);
    expect(granted(await first.reserve('f5', [rate('r', 5, 10)], START))).toBe(true);
    // It knows of its own, which end here.
    expect(granted(await first.reserve('f6', [parallel('p', 2)], START))).toBe(true);
    expect(granted(await first.reserve('f7', [parallel('p', 2)], START))).toBe(false);
    first.settle('f1', [20, 1, 1]);
    expect(granted(await first.reserve('f8', [parallel('p', 2)], START))).toBe(true);
    expect(ledger.asked).toBe(asked);
    expect(first.fallbacks).toBe(7);
    expect(first.errors).toBeGreaterThan(0);
  })
);

withRedis('a counter that it was never told of starts from the ledger', () =>
  withOwnRedis(async (redis, world) => {
    const replica = await world.replica();
    await kill(redis, replica);
    ledger.rows = [{ at: START, amount: 60 }];
    expect(granted(await replica.reserve('1', [claim(41)], START))).toBe(false);
    expect(granted(await replica.reserve('2', [claim(40)], START))).toBe(true);
  })
);

withRedis('told to refuse, it refuses what has a limit, and nothing else', () =>
  withOwnRedis(async (redis, world) => {
    const replica = await world.replica('refuse');
    await kill(redis, replica);
    expect(() => replica.reserve('1', [claim(1)], START)).toThrow(
      expect.objectContaining({ status: 503, code: 'limits_unavailable', retryAfterSeconds: 1 })
    );
    expect(granted(await replica.reserve('2', [spend(c, 1, undefined)], START))).toBe(true);
    expect(granted(await replica.reserve('3', [], START))).toBe(true);
    await restart(redis, replica);
    expect(granted(await replica.reserve('4', [claim(1)], START))).toBe(true);
  })
);

withRedis('told to allow, it lets everything pass', () =>
  withOwnRedis(async (redis, world) => {
    const replica = await world.replica('allow');
    await kill(redis, replica);
    ledger.down = true;
    expect(await replica.reserve('1', [claim(1_000), parallel('p', 0)], START)).toMatchObject({ granted: true });
  })
);

for (const mode of ['local', 'refuse', 'allow'] as const) {
  withRedis(`back from an outage (${mode}), budgets are the ledger's sum, whatever ended meanwhile`, () =>
    withOwnRedis(async (redis, world) => {
      const timing = { ...TIMING, refreshMs: 50 };
      const [first, second] = await Promise.all([world.replica(mode, { timing }), world.replica(mode, { timing })]);
      for (const id of ['before', 'ends during', 'ends after']) {
        await first.reserve(id, [claim(5)], START);
      }
      settle(first, 'before', 4);
      await second.reserve('of the other', [claim(5)], START);
      await used(first, claim(0), START);

      await kill(redis, first, second);
      settle(first, 'ends during', 3);
      if (mode !== 'refuse') {
        await first.reserve('all during', [claim(5)], START);
        await second.reserve('into the return', [claim(6)], START);
        settle(first, 'all during', 5);
      }
      await restart(redis, first, second);

      const held = mode === 'refuse' ? 10 : 16;
      expect(await used(first, claim(0), START)).toEqual([ledger.sum, held]);
      settle(first, 'ends after', 2);
      settle(second, 'of the other', 1);
      if (mode !== 'refuse') {
        settle(second, 'into the return', 6);
      }
      await until(async () => (await used(second, claim(0), START))[1] === 0);
      expect(await used(first, claim(0), START)).toEqual([ledger.sum, 0]);
      world.now += 60_000;
      await sleep(200);
      expect(await used(first, claim(0), START)).toEqual([ledger.sum, 0]);
    })
  );
}

withRedis('a Redis that does not answer in time counts as down, and only the first wait for it', () =>
  withOwnRedis(async (redis, world) => {
    const replica = await world.replica('local', { timeoutMs: 200 });
    await replica.reserve('1', [claim(10)], START);
    redis.pause();
    const waited = await Promise.all(['2', '3'].map((id) => replica.reserve(id, [claim(10)], START)));
    expect(waited.map(granted)).toEqual([true, true]);
    expect(replica.state).toBe('down');
    // Not a promise: there is nothing to wait for.
    expect(replica.reserve('4', [claim(10)], START)).toMatchObject({ granted: true });
    settle(replica, '4', 10);
    settle(replica, '1', 10);

    redis.resume();
    await until(async () => replica.state === 'up');
    expect(await used(replica, claim(0), START)).toEqual([20, 20]);
    settle(replica, '2', 10);
    settle(replica, '3', 10);
    expect(await used(replica, claim(0), START)).toEqual([40, 0]);
  })
);

withRedis('a Redis that stays silent for long is found again on another connection', () =>
  withOwnRedis(async (redis, world) => {
    const replica = await world.replica('local', { timeoutMs: 50 });
    const [before] = await redis.connections();
    redis.pause();
    await replica.reserve('1', [claim(10)], START);
    await sleep(7_000);
    expect(replica.state).toBe('down');
    redis.resume();
    await until(async () => replica.state === 'up');
    expect(await redis.connections()).not.toContain(before);
    expect(await used(replica, claim(0), START)).toEqual([0, 10]);
  })
);

test('a Redis that is not there at the start does not keep the gateway from starting', async () => {
  const world = new CountersWorld('redis://127.0.0.1:1');
  const replica = await world.replica('local', { expected: 'down' });
  expect(granted(await replica.reserve('1', [claim(10)], START))).toBe(true);
  expect(replica.state).toBe('down');
  await world.close();
});
