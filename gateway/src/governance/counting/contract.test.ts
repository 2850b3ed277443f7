import {
  CountersWorld,
  FakeLedger,
  MINUTE,
  START,
  granted,
  parallel,
  rate,
  spend,
  used,
} from '../../../../tests/support/counting.js';
import { TestRedis, hasRedis } from '../../../../tests/support/redis.js';
import { until } from '../../../../tests/support/until.js';
import type { CountingWindow } from './counters.js';

let redis: TestRedis | undefined;

beforeAll(async () => {
  redis = hasRedis ? await TestRedis.start() : undefined;
});

afterAll(() => redis?.kill());

let world: CountersWorld;
const c = 'counter';

afterEach(async () => {
  await world.close();
  await redis?.empty();
});

const places = ['memory', 'Redis'] as const;

function everywhere(name: string, run: () => Promise<void>): void {
  for (const place of places) {
    const runnable = place === 'memory' || hasRedis ? test : test.skip;
    runnable(`in ${place}, ${name}`, async () => {
      world = new CountersWorld(place === 'memory' ? undefined : redis?.url);
      await run();
    });
  }
}

everywhere('what fits is granted, what does not is refused and takes nothing', async () => {
  const counters = await world.replica();
  expect(await counters.reserve('1', [spend(c, 6, 10)], START)).toEqual({
    granted: true,
    standings: [{ counter: c, used: 0, reserved: 6, limit: 10, resetsAt: Date.UTC(2026, 10, 3) }],
  });
  expect(await counters.reserve('2', [spend(c, 5, 10)], START)).toEqual({
    granted: false,
    refused: 0,
    standing: { counter: c, used: 0, reserved: 6, limit: 10, resetsAt: Date.UTC(2026, 10, 3) },
  });
  expect(granted(await counters.reserve('3', [spend(c, 4, 10)], START))).toBe(true);
  expect(await used(counters, spend(c, 0, 10), START)).toEqual([0, 10]);
});

everywhere('all claims are taken or none', async () => {
  const counters = await world.replica();
  const claims = (id: string) => [spend(`${c}-a`, 1, 10), parallel(`${c}-b`, 1), rate(`${c}-${id}`, 3, 2)];
  expect(await counters.reserve('1', claims('x'), START)).toMatchObject({ granted: false, refused: 2 });
  expect(await used(counters, spend(`${c}-a`, 0, 10), START)).toEqual([0, 0]);
  expect(await used(counters, parallel(`${c}-b`, 1), START)).toEqual([0, 0]);
  counters.settle('1', [5, 1, 5]);
  expect(await used(counters, spend(`${c}-a`, 0, 10), START)).toEqual([0, 0]);
});

everywhere('the first claim that does not fit is the one that refuses', async () => {
  const counters = await world.replica();
  const claims = [spend(`${c}-a`, 1, 1), spend(`${c}-b`, 2, 1), spend(`${c}-c`, 2, 1)];
  expect(await counters.reserve('1', claims, START)).toMatchObject({ refused: 1, standing: { counter: `${c}-b` } });
});

everywhere('spending is reserved and then replaced by what was used, once', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [spend(c, 8, 10)], START);
  counters.settle('1', [3]);
  counters.settle('1', [3]);
  counters.settle('never reserved', [3]);
  expect(await used(counters, spend(c, 0, 10), START)).toEqual([3, 0]);
  await counters.reserve('2', [spend(c, 7, 10)], START);
  counters.settle('2', [20]);
  expect(await used(counters, spend(c, 0, 10), START)).toEqual([23, 0]);
  expect(granted(await counters.reserve('3', [spend(c, 0, 10)], START))).toBe(false);
});

everywhere('what reserved nothing can be settled, whatever it used', async () => {
  const counters = await world.replica();
  for (const actual of [0, 3]) {
    await counters.reserve('1', [spend(c, 0, undefined), spend(`${c}-b`, 4, 10), parallel(`${c}-c`, 1)], START);
    counters.settle('1', [actual, actual, 0]);
    expect(await used(counters, spend(c, 0, undefined), START)).toEqual([actual, 0]);
    expect(await used(counters, spend(`${c}-b`, 0, 10), START)).toEqual([actual, 0]);
  }
  expect(counters.errors).toBe(0);
});

everywhere('amounts are exact up to nine million dollars', async () => {
  const counters = await world.replica();
  const limit = 9_000_000_000_000_000;
  await counters.reserve('1', [spend(c, limit - 1, limit)], START);
  counters.settle('1', [limit - 1]);
  expect(granted(await counters.reserve('2', [spend(c, 2, limit)], START))).toBe(false);
  expect(granted(await counters.reserve('3', [spend(c, 1, limit)], START))).toBe(true);
  expect(await used(counters, spend(c, 0, limit), START)).toEqual([limit - 1, 1]);
});

everywhere('an amount larger than the limit is refused', async () => {
  const counters = await world.replica();
  expect(granted(await counters.reserve('1', [spend(c, 11, 10)], START))).toBe(false);
});

everywhere('without a limit it is only counted', async () => {
  const counters = await world.replica();
  expect(await counters.reserve('1', [spend(c, 50, undefined)], START)).toMatchObject({
    standings: [{ used: 0, reserved: 50, limit: undefined }],
  });
});

everywhere('nothing to claim is nothing to refuse', async () => {
  const counters = await world.replica();
  expect(await counters.reserve('1', [], START)).toEqual({ granted: true, standings: [] });
  counters.settle('1', []);
});

everywhere('a rate is counted at once and corrected afterwards', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [rate(c, 6, 10)], START);
  expect(await used(counters, rate(c, 0, 10), START)).toEqual([6, 0]);
  expect(granted(await counters.reserve('2', [rate(c, 6, 10)], START))).toBe(false);
  counters.settle('1', [2]);
  expect(await used(counters, rate(c, 0, 10), START)).toEqual([2, 0]);
  await counters.reserve('3', [rate(c, 2, 10)], START + 1_000);
  counters.settle('3', [8]);
  expect(await used(counters, rate(c, 0, 10), START + 1_000)).toEqual([10, 0]);
});

everywhere('the oldest bucket of a rolling window counts whole until all of it is out', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [rate(c, 10, 10)], START + 4_999);
  for (const [at, allowed] of [
    [START + 60_000, false],
    [START + 64_999, false],
    [START + 65_000, true],
  ] as const) {
    expect(granted(await counters.reserve(`at ${at}`, [rate(c, 1, 10)], at))).toBe(allowed);
  }
});

everywhere('it says when the oldest bucket is out', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [rate(c, 9, 10)], START + 4_999);
  await counters.reserve('2', [rate(c, 1, 10)], START + 30_000);
  expect(await counters.reserve('3', [rate(c, 1, 10)], START + 31_000)).toMatchObject({
    standing: { resetsAt: START + 65_000 },
  });
  expect(await counters.read([rate(c, 0, 10)], START + 120_000)).toMatchObject([
    { used: 0, resetsAt: START + 120_000 },
  ]);
});

everywhere('a correction that comes when the window is over changes nothing', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [rate(c, 6, 10)], START);
  await counters.reserve('2', [rate(c, 1, 10)], START + 600_000);
  counters.settle('1', [1]);
  expect(await used(counters, rate(c, 0, 10), START + 600_000)).toEqual([1, 0]);
});

everywhere('parallel requests are held until they end, whatever they used', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [parallel(c, 2)], START);
  await counters.reserve('2', [parallel(c, 2)], START + 1);
  expect(await counters.reserve('3', [parallel(c, 2)], START + 9)).toMatchObject({
    granted: false,
    standing: { used: 0, reserved: 2, limit: 2, resetsAt: START + 9 },
  });
  counters.settle('1', [0]);
  expect(granted(await counters.reserve('4', [parallel(c, 2)], START + 10))).toBe(true);
});

everywhere('a window that ends leaves its counter behind, and what was read in it still counts there', async () => {
  const counters = await world.replica();
  const tomorrow: CountingWindow = { kind: 'fixed', start: Date.UTC(2026, 10, 3), end: Date.UTC(2026, 10, 4) };
  const next = spend(c, 10, 10, { window: tomorrow });
  await counters.reserve('1', [spend(c, 10, 10)], tomorrow.start - 1);
  expect(granted(await counters.reserve('2', [next], tomorrow.start))).toBe(true);
  counters.settle('1', [7]);
  counters.settle('2', [4]);
  expect(await used(counters, spend(c, 0, 10), START)).toEqual([7, 0]);
  expect(await used(counters, next, tomorrow.start)).toEqual([4, 0]);
});

everywhere('the ledger is asked once what was used before; all who are first wait for it', async () => {
  const counters = await world.replica();
  const ledger = new FakeLedger();
  ledger.rows = [{ at: START - 5_000, amount: 5 }];
  let open = () => {};
  ledger.gate = new Promise((resolve) => {
    open = resolve;
  });
  const claim = spend(c, 1, 10, { seed: ledger.seed });
  const first = Promise.all(Array.from({ length: 20 }, (_, index) => counters.reserve(`${index}`, [claim], START)));
  setTimeout(() => open(), 20);

  expect((await first).filter(granted)).toHaveLength(5);

  expect(granted(await counters.reserve('late', [claim], START))).toBe(false);
  expect(ledger.asked).toBe(1);
});

everywhere('reading shows what the ledger has of a counter that nobody used yet', async () => {
  const counters = await world.replica();
  const ledger = new FakeLedger();
  ledger.rows = [{ at: START - 5_000, amount: 5 }];
  expect(await used(counters, spend(c, 0, 10, { seed: ledger.seed }), START)).toEqual([5, 0]);
});

everywhere('what the ledger has ages as if it had been counted here', async () => {
  const counters = await world.replica();
  const ledger = new FakeLedger();
  ledger.rows = [
    { at: START - 50_000, amount: 4 },
    { at: START - 10_000, amount: 5 },
  ];
  const claim = spend(c, 1, 10, { window: MINUTE, seed: ledger.seed });
  expect(await used(counters, claim, START)).toEqual([9, 0]);
  expect(await used(counters, claim, START + 15_000)).toEqual([5, 0]);
  expect(await used(counters, claim, START + 55_000)).toEqual([0, 0]);
});

everywhere('a ledger that cannot be asked refuses nobody, and its sum is added once it can be', async () => {
  const counters = await world.replica();
  const ledger = new FakeLedger();
  ledger.down = true;
  ledger.rows = [{ at: START - 5_000, amount: 5 }];
  const claim = spend(c, 1, 10, { seed: ledger.seed });
  await counters.reserve('1', [claim], START);
  await counters.reserve('2', [claim], START + 1);
  counters.settle('1', [1]);
  expect(await used(counters, claim, START + 2)).toEqual([1, 1]);

  ledger.down = false;
  world.now = START + 10_000;
  await until(async () => (await used(counters, claim, START + 2))[0] !== 1);
  expect(await used(counters, claim, START + 2)).toEqual([6, 1]);
  counters.settle('2', [2]);
  expect(await used(counters, claim, START + 3)).toEqual([8, 0]);
});

everywhere('of 500 who come at once, a budget for ten lets in ten', async () => {
  const counters = await world.replica();
  const ledger = new FakeLedger();
  const claim = spend(c, 7, 76, { seed: ledger.seed });
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) => counters.reserve(`${c}/${index}`, [claim], START))
  );
  expect(answers.filter(granted)).toHaveLength(10);
  expect(await used(counters, claim, START)).toEqual([0, 70]);
});

everywhere('an amount that is none is a fault of the caller', async () => {
  const counters = await world.replica();
  for (const amount of [NaN, 1.5, -1, Infinity]) {
    expect(() => counters.reserve('1', [spend(c, amount, 10)], START)).toThrow(TypeError);
  }
  await counters.reserve('2', [spend(c, 4, 10)], START);
  expect(() => counters.settle('2', [NaN])).not.toThrow();
  expect(await used(counters, spend(c, 0, 10), START)).toEqual([4, 0]);
});

everywhere('an id that holds something cannot hold more', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [spend(c, 4, 10)], START);
  expect(() => counters.reserve('1', [spend(c, 4, 10)], START)).toThrow(TypeError);
  counters.settle('1', [4]);
  expect(granted(await counters.reserve('1', [spend(c, 4, 10)], START))).toBe(true);
});
