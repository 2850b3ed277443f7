import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

import {
  CountersWorld,
  FakeLedger,
  MINUTE,
  START,
  granted,
  parallel,
  spend,
  used,
} from '../../../../../tests/support/counting.js';
import { TestRedis, hasRedis, withRedis } from '../../../../../tests/support/redis.js';
import { until } from '../../../../../tests/support/until.js';
import type { Counters } from '../counters.js';
import { EPOCH_KEY, LEASES_KEY, counterKey } from './keys.js';
import { TIMING } from './timing.js';

let redis: TestRedis;
let direct: Redis;
let world: CountersWorld;
let ledger: FakeLedger;
const c = 'counter';
const claim = (amount: number) => spend(c, amount, 100, { seed: ledger.seed });

beforeAll(async () => {
  if (hasRedis) {
    redis = await TestRedis.start();
    direct = new Redis(redis.url);
  }
});

beforeEach(() => {
  if (hasRedis) {
    world = new CountersWorld(redis.url);
    ledger = new FakeLedger();
  }
});

afterEach(async () => {
  if (hasRedis) {
    await world.close();
    await redis.empty();
  }
});

afterAll(async () => {
  if (hasRedis) {
    direct.disconnect();
    await redis.kill();
  }
});

/** Settles, and writes it to the ledger as the usage event does. */
function settle(counters: Counters, id: string, at: number, actual: number): void {
  counters.settle(id, [actual]);
  ledger.rows.push({ at, amount: actual });
}

/** Until the ledger's sum stands for all that was settled before the cut. */
function refreshed(): Promise<void> {
  return until(async () => (await direct.hkeys(counterKey(claim(0)))).every((field) => !field.startsWith('l')));
}

/** Timing in which a sum is asked again at once; the clock of the world stands still. */
const EAGER = { ...TIMING, refreshMs: 10 };

withRedis('of 500 who come to three replicas at once, a budget for ten lets in ten', async () => {
  const replicas = await Promise.all([world.replica(), world.replica(), world.replica()]);
  const budget = spend(c, 7, 76, { seed: ledger.seed });
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) => replicas[index % 3]?.reserve(`${index}`, [budget], START))
  );
  expect(answers.filter((answer) => answer !== undefined && granted(answer))).toHaveLength(10);
  expect(replicas.map(({ state, fallbacks }) => [state, fallbacks])).toEqual(replicas.map(() => ['up', 0]));
});

withRedis('what a killed replica held is free once its lease has run out', async () => {
  const [killed, other] = await Promise.all([world.replica(), world.replica()]);
  await killed.reserve('1', [claim(100), parallel('p', 1)], START);
  await killed.close();
  world.now += TIMING.leaseMs - 1;
  expect(granted(await other.reserve('2', [parallel('p', 1)], START))).toBe(false);
  world.now += 1;
  expect(granted(await other.reserve('3', [claim(100), parallel('p', 1)], START))).toBe(true);
});

withRedis('a replica that lives extends its leases', async () => {
  const leaseMs = 300;
  const replica = await world.replica('local', { timing: { ...TIMING, leaseMs } });
  await replica.reserve('1', [parallel('p', 1)], START);
  for (let round = 0; round < 3; round++) {
    world.now += leaseMs - 1;
    const [member = ''] = await direct.zrange(LEASES_KEY, 0, 0);
    await until(async () => Number(await direct.zscore(LEASES_KEY, member)) === world.now + leaseMs);
  }
  expect(await used(replica, parallel('p', 1), START)).toEqual([0, 1]);
});

withRedis('what is settled after its lease ran out counts, and once', async () => {
  const [slow, other] = await Promise.all([world.replica(), world.replica()]);
  await slow.reserve('1', [claim(30), parallel('p', 1)], START);
  world.now += TIMING.leaseMs;
  expect(await used(other, claim(0), START)).toEqual([0, 0]);
  slow.settle('1', [20, 1]);
  slow.settle('1', [20, 1]);
  expect(await used(slow, claim(0), START)).toEqual([20, 0]);
  expect(await used(slow, parallel('p', 1), START)).toEqual([0, 0]);
});

withRedis('a counter that is new is seeded once for all replicas', async () => {
  ledger.rows = [{ at: START - 1, amount: 40 }];
  const [first, second] = await Promise.all([world.replica(), world.replica()]);
  expect(await used(first, claim(0), START)).toEqual([40, 0]);
  expect(await used(second, claim(0), START)).toEqual([40, 0]);
  expect(ledger.asked).toBe(1);
});

withRedis(
  'a replica that starts has counters compared with the ledger, and what is under way counts once',
  async () => {
    const first = await world.replica('local', { timing: EAGER });
    await first.reserve('1', [claim(10)], START);
    await first.reserve('2', [claim(10)], START);
    settle(first, '1', START, 7);
    // A row that no counter knows of, as from the journal of a replica that was killed.
    ledger.rows.push({ at: START - 1, amount: 5 });
    expect(await used(first, claim(0), START)).toEqual([7, 10]);

    await world.replica('local', { timing: EAGER });
    world.now += 1_000;
    expect(await used(first, claim(0), START)).toEqual([12, 10]);
    settle(first, '2', START, 8);
    expect(await used(first, claim(0), START)).toEqual([20, 0]);

    world.now += 60_000;
    await refreshed();
    expect(await used(first, claim(0), START)).toEqual([20, 0]);
  }
);

withRedis('what is settled but not yet written when the ledger is asked is not forgotten', async () => {
  const first = await world.replica('local', { timing: EAGER });
  await first.reserve('1', [claim(10)], START);
  first.settle('1', [7]);
  await world.replica();
  expect(await used(first, claim(0), START)).toEqual([7, 0]);

  ledger.rows.push({ at: START, amount: 7 });
  // Once it must have been written, the ledger's sum stands for it.
  world.now += 2 * TIMING.writtenWithinMs;
  await refreshed();
  expect(await used(first, claim(0), START)).toEqual([7, 0]);
});

withRedis('a Redis that lost everything is filled from the ledger, also with what was under way', async () => {
  const [first, second] = await Promise.all([
    world.replica('local', { timing: EAGER }),
    world.replica('local', { timing: EAGER }),
  ]);
  await first.reserve('1', [claim(10)], START);
  await second.reserve('2', [claim(10)], START);
  await first.reserve('3', [claim(10)], START);
  settle(first, '1', START, 9);
  await used(first, claim(0), START);

  await redis.empty();
  settle(second, '2', START, 8);
  await second.reserve('4', [claim(1)], START + 1);
  settle(first, '3', START, 5);
  settle(second, '4', START + 1, 1);
  world.now += 2 * TIMING.writtenWithinMs;

  await until(async () => (await used(first, claim(0), START))[0] === ledger.sum);
  expect(await used(second, claim(0), START)).toEqual([23, 0]);
});

withRedis('reservations that Redis lost are held again', async () => {
  const leaseMs = 60;
  const replica = await world.replica('local', { timing: { ...TIMING, leaseMs } });
  await replica.reserve('1', [claim(40), parallel('p', 1)], START);
  await redis.empty();
  await until(async () => (await used(replica, parallel('p', 1), START))[1] === 1);
  expect(await used(replica, claim(0), START)).toEqual([0, 40]);
  replica.settle('1', [30, 1]);
  expect(await used(replica, claim(0), START)).toEqual([30, 0]);
  expect(await used(replica, parallel('p', 1), START)).toEqual([0, 0]);
});

withRedis('everything in Redis ends by itself, and in one place of a cluster', async () => {
  const replica = await world.replica();
  const rolling = spend('rolling', 1, 100, { window: MINUTE, seed: ledger.seed });
  await replica.reserve('1', [claim(40), rolling, parallel('p', 1)], START);
  const keys = await direct.keys('*');
  expect(keys.length).toBe(6);
  for (const key of keys) {
    expect(key).toMatch(/^\{llm-gateway\}:/);
    // The list of leases and what leads to it ends with the last reservation.
    expect(key === LEASES_KEY || (await direct.pttl(key)) > 0).toBe(true);
  }
  replica.settle('1', [1, 1, 1]);
  await used(replica, claim(0), START);
  expect(await direct.exists(LEASES_KEY)).toBe(0);
  expect(await direct.pttl(EPOCH_KEY)).toBeGreaterThan(0);
});

withRedis('a script that Redis no longer knows is sent again', async () => {
  const replica = await world.replica();
  await replica.reserve('1', [claim(1)], START);
  await direct.script('FLUSH');
  expect(granted(await replica.reserve('2', [claim(1)], START))).toBe(true);
  await direct.script('FLUSH');
  replica.settle('2', [1]);
  await sleep(50);
  expect(await used(replica, claim(0), START)).toEqual([1, 1]);
  expect(replica.errors).toBe(0);
});
