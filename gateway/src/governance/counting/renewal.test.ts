import { CountersWorld, FakeLedger, START, granted, spend, used } from '../../../../tests/support/counting.js';
import { TestRedis, hasRedis } from '../../../../tests/support/redis.js';
import type { Claim } from './counters.js';

let redis: TestRedis | undefined;
let world: CountersWorld;
let ledger: FakeLedger;

beforeAll(async () => {
  redis = hasRedis ? await TestRedis.start() : undefined;
});

afterAll(() => redis?.kill());

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
      ledger = new FakeLedger();
      await run();
    });
  }
}

const claim = (amount: number, rest: Partial<Claim> = {}) =>
  spend('counter', amount, 10, { seed: ledger.seed, ...rest });

everywhere(
  'what reserved nothing is counted where the counter is known, and found in the ledger elsewhere',
  async () => {
    const counters = await world.replica();
    ledger.rows.push({ at: START - 2, amount: 1 });
    counters.charge('1', [claim(0)], [1], START - 2);
    expect(await used(counters, claim(0), START)).toEqual([1, 0]);
    ledger.rows.push({ at: START - 1, amount: 3 });
    counters.charge('2', [claim(0)], [3], START - 1);
    expect(await used(counters, claim(0), START)).toEqual([4, 0]);
    expect(granted(await counters.reserve('3', [claim(7)], START))).toBe(false);
  }
);

everywhere('a renewed counter has its sum from the ledger, and keeps what is reserved', async () => {
  const counters = await world.replica();
  await counters.reserve('1', [claim(2)], START);
  counters.settle('1', [2]);
  await counters.reserve('2', [claim(3)], START);
  // While nobody counted, five were used.
  ledger.rows.push({ at: START, amount: 2 }, { at: START + 1, amount: 5 });
  const renewed = (amount: number) => claim(amount, { renewedAt: START + 2 });
  world.now = START + 3;
  expect(granted(await counters.reserve('3', [renewed(1)], START + 3))).toBe(false);
  expect(await used(counters, renewed(0), START + 3)).toEqual([7, 3]);
  counters.settle('2', [1]);
  expect(await used(counters, renewed(0), START + 3)).toEqual([8, 0]);
});

everywhere('a renewal is seen to once', async () => {
  const counters = await world.replica();
  const renewed = claim(0, { renewedAt: START });
  await used(counters, renewed, START);
  const { asked } = ledger;
  await used(counters, renewed, START);
  await used(counters, claim(0), START);
  expect(ledger.asked).toBe(asked);
});

test('what ends while the ledger is asked is counted once, whether its answer has it or not', async () => {
  world = new CountersWorld(undefined);
  for (const written of ['before', 'after'] as const) {
    ledger = new FakeLedger();
    const counters = await world.replica();
    const gates: Array<() => void> = [];
    const seed = async (before?: number) => {
      const early = await ledger.seed(before);
      await new Promise<void>((resolve) => gates.push(resolve));
      return written === 'before' ? ledger.seed(before) : early;
    };
    const standing = used(counters, claim(0, { seed }), START);
    await new Promise(setImmediate);
    ledger.rows.push({ at: START - 1, amount: 4 });
    counters.charge('late', [claim(0, { seed })], [4], START - 1);
    for (let ask = 0; ask < 2; ask++) {
      gates.shift()?.();
      await new Promise(setImmediate);
    }
    expect(await standing).toEqual([4, 0]);
  }
});
