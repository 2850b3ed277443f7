import { Redis } from 'ioredis';
import pino from 'pino';

import type { Claim, Counters, CountingWindow, Reservation } from '../../gateway/src/governance/counting/counters.js';
import { type WiredCounters, createCounters } from '../../gateway/src/governance/counting/createCounters.js';
import { TIMING, type Timing } from '../../gateway/src/governance/counting/redis/timing.js';

/** Monday. */
export const START = Date.UTC(2026, 10, 2, 12);

export const DAY: CountingWindow = {
  kind: 'fixed',
  start: Date.UTC(2026, 10, 2),
  end: Date.UTC(2026, 10, 3),
};
export const MINUTE: CountingWindow = { kind: 'rolling', lengthMs: 60_000, buckets: 12 };

export const spend = (
  counter: string,
  amount: number,
  limit: number | undefined,
  rest: Partial<Claim> = {}
): Claim => ({
  counter,
  kind: 'spend',
  amount,
  limit,
  window: DAY,
  ...rest,
});

export const rate = (counter: string, amount: number, limit: number | undefined): Claim => ({
  counter,
  kind: 'rate',
  amount,
  limit,
  window: MINUTE,
});

export const parallel = (counter: string, limit: number | undefined): Claim => ({
  counter,
  kind: 'parallel',
  amount: 1,
  limit,
  window: MINUTE,
});

/** What is taken and held in one counter. */
export async function used(counters: Counters, claim: Claim, at: number): Promise<[used: number, reserved: number]> {
  const [standing] = await counters.read([claim], at);
  return [standing?.used ?? NaN, standing?.reserved ?? NaN];
}

export function granted(reservation: Reservation): boolean {
  return reservation.granted;
}

/** A ledger that can fail and be slow. */
export class FakeLedger {
  rows: Array<{ readonly at: number; readonly amount: number }> = [];
  asked = 0;
  down = false;
  /** Awaited before each answer. */
  gate: Promise<void> | undefined;

  readonly seed = async (before = Infinity) => {
    this.asked++;
    await this.gate;
    if (this.down) {
      throw new Error('the database is down');
    }
    return this.rows.filter(({ at }) => at < before);
  };

  get sum(): number {
    return this.rows.reduce((sum, { amount }) => sum + amount, 0);
  }
}

export interface ReplicaOptions {
  readonly timeoutMs?: number;
  readonly timing?: Timing;
  /** Of Redis, once it has started. */
  readonly expected?: 'up' | 'down';
}

/** Counters on a clock that stands still until it is told to go on. */
export class CountersWorld {
  now = START;
  private readonly open: WiredCounters[] = [];

  constructor(private readonly redisUrl: string | undefined) {}

  /** Counters of another replica; of a new process in memory. */
  async replica(
    onRedisDown: 'local' | 'refuse' | 'allow' = 'local',
    { timeoutMs = 5_000, timing = TIMING, expected = 'up' }: ReplicaOptions = {}
  ): Promise<WiredCounters> {
    const redis = this.redisUrl === undefined ? undefined : new Redis(this.redisUrl, { lazyConnect: true });
    const now = () => this.now;
    const log = pino({ enabled: false });
    const counters = createCounters({ redis, onRedisDown, timeoutMs, log, now, timing });
    this.open.push(counters);
    await counters.start();
    if (counters.state !== expected) {
      throw new Error(`Redis is ${counters.state}.`);
    }
    return counters;
  }

  async close(): Promise<void> {
    await Promise.all(this.open.splice(0).map((counters) => counters.close()));
  }
}
