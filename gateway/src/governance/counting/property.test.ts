import fc from 'fast-check';

import { CountersWorld, parallel, rate, spend } from '../../../../tests/support/counting.js';
import { NaiveCounters } from '../../../../tests/support/naiveCounters.js';
import { TestRedis, withRedis } from '../../../../tests/support/redis.js';
import type { Claim, CountingWindow } from './counters.js';
import type { WiredCounters } from './createCounters.js';
import { TIMING } from './redis/timing.js';

jest.setTimeout(120_000);

type Step =
  | { readonly do: 'reserve'; readonly replica: number; readonly claims: readonly number[]; readonly lateMs: number }
  | { readonly do: 'settle'; readonly which: number; readonly actual: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'crash'; readonly replica: number };

const HOUR = 3_600_000;
/** Windows of an hour that follow each other, so that resets happen on the way. */
const hourOf = (at: number): CountingWindow => {
  const start = Math.floor(at / HOUR) * HOUR;
  return { kind: 'fixed', start, end: start + HOUR };
};

/** Counters of a run, all at different speeds; amounts are small so that they are full half of the time. */
const claimsAt = (at: number): Claim[] => [
  spend('budget', 3, 20, { window: hourOf(at) }),
  spend('rolling-budget', 2, 15, { window: { kind: 'rolling', lengthMs: 600_000, buckets: 10 } }),
  spend('soft', 7, undefined, { window: hourOf(at) }),
  rate('requests', 1, 6),
  rate('tokens', 5, 24),
  parallel('parallel', 4),
];

const steps = (crashes: boolean) =>
  fc.array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          do: fc.constant('reserve' as const),
          replica: fc.nat(2),
          claims: fc.uniqueArray(fc.nat(5), { minLength: 1 }),
          lateMs: fc.oneof(fc.constant(0), fc.nat(20_000)),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ do: fc.constant('settle' as const), which: fc.nat(50), actual: fc.nat(3) }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant('wait' as const),
          ms: fc.oneof(fc.nat(1_000), fc.nat(15_000), fc.nat(900_000)),
        }),
      },
      ...(crashes
        ? [{ weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), replica: fc.nat(2) }) }]
        : [])
    ),
    { maxLength: 80, size: 'large' }
  );

/** A reservation that is not settled. */
interface Open {
  readonly id: string;
  readonly claims: readonly Claim[];
  readonly replica: number;
  readonly leaseUntil: number;
}

async function run(world: CountersWorld, size: number, todo: readonly Step[]): Promise<void> {
  const model = new NaiveCounters();
  const replicas: WiredCounters[] = [];
  for (let each = 0; each < size; each++) {
    replicas.push(await world.replica());
  }
  let open: Open[] = [];
  let orphans: Open[] = [];
  const readAt: number[] = [];
  /** One was settled after its lease had run out: what it held may have been given to others. */
  let late = false;
  const settle = ({ id, claims, replica, leaseUntil }: Open, actual: number) => {
    late ||= size > 1 && leaseUntil <= world.now;
    // Of true windows nothing can be promised where more is used than was reserved.
    const actuals = claims.map(({ amount }) => Math.min(amount, actual));
    replicas[replica]?.settle(id, actuals);
    model.settle(id, actuals);
  };
  const act = async (step: Step, number: number) => {
    switch (step.do) {
      case 'reserve': {
        const replica = step.replica % size;
        const at = world.now - step.lateMs;
        const claims = step.claims.map((index) => claimsAt(at)[index] as Claim);
        const expected = model.reserve(`${number}`, claims, at);
        expect(await replicas[replica]?.reserve(`${number}`, claims, at)).toMatchObject(expected);
        if (expected.granted) {
          readAt.push(at);
          open.push({ id: `${number}`, claims, replica, leaseUntil: world.now + TIMING.leaseMs });
        }
        break;
      }
      case 'settle': {
        const [chosen] = open.splice(step.which % Math.max(1, open.length), 1);
        if (chosen !== undefined) {
          settle(chosen, step.actual);
        }
        break;
      }
      case 'wait':
        world.now += step.ms;
        if (size > 1) {
          [...open, ...orphans].filter(({ leaseUntil }) => leaseUntil <= world.now).forEach(({ id }) => model.free(id));
        }
        break;
      case 'crash': {
        const replica = step.replica % size;
        await replicas[replica]?.close();
        replicas[replica] = await world.replica();
        orphans = [...orphans, ...open.filter((each) => each.replica === replica)];
        open = open.filter((each) => each.replica !== replica);
      }
    }
  };
  for (const [number, step] of todo.entries()) {
    await act(step, number);
    const claims = claimsAt(world.now);
    for (const counters of replicas) {
      const standings = await counters.read(claims, world.now);
      expect(standings.map(({ used, reserved }) => [used, reserved])).toEqual(
        claims.map((claim) => model.totals(claim, world.now))
      );
    }
    for (const claim of claims.filter(({ kind, limit }) => kind !== 'parallel' && limit !== undefined)) {
      const fullest = Math.max(0, ...readAt.map((end) => model.trueTotal(claim, end)));
      expect(fullest).toBeLessThanOrEqual(late ? Infinity : (claim.limit ?? 0));
    }
  }
  open.forEach((each) => settle(each, 1));
  world.now += TIMING.leaseMs;
  const standings = (await replicas[0]?.read(claimsAt(world.now), world.now)) ?? [];
  expect(standings.map(({ reserved }) => reserved)).toEqual(standings.map(() => 0));
}

test('in memory, whatever is reserved and settled, no window is over its limit and nothing leaks', async () => {
  await fc.assert(
    fc.asyncProperty(steps(false), async (todo) => {
      const world = new CountersWorld(undefined);
      await run(world, 1, todo);
      await world.close();
    }),
    { numRuns: 100 }
  );
});

withRedis('in Redis, nor for three replicas that crash now and then', async () => {
  const redis = await TestRedis.start();
  try {
    await fc.assert(
      fc.asyncProperty(steps(true), async (todo) => {
        await redis.empty();
        const world = new CountersWorld(redis.url);
        await run(world, 3, todo).finally(() => world.close());
      }),
      { numRuns: 40 }
    );
  } finally {
    await redis.kill();
  }
});
