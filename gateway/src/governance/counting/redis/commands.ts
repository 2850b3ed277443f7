import type { Redis } from 'ioredis';

import { HOLD } from './scripts/hold.js';
import { READ } from './scripts/read.js';
import { REFRESH } from './scripts/refresh.js';
import { RESERVE } from './scripts/reserve.js';
import { SEED } from './scripts/seed.js';
import { SETTLE } from './scripts/settle.js';

/** Number of keys, the keys, the arguments. */
type Script<Answer> = (keys: number, ...keysAndArguments: ReadonlyArray<string | number>) => Promise<Answer>;

/** A connection that knows the scripts of the counters. */
export interface CountingRedis extends Redis {
  readonly countingReserve: Script<readonly number[]>;
  readonly countingSettle: Script<number>;
  readonly countingHold: Script<number>;
  readonly countingSeed: Script<number>;
  readonly countingRefresh: Script<number>;
  readonly countingRead: Script<readonly number[]>;
}

export function withScripts(redis: Redis): CountingRedis {
  const scripts = { Reserve: RESERVE, Settle: SETTLE, Hold: HOLD, Seed: SEED, Refresh: REFRESH, Read: READ };
  for (const [name, lua] of Object.entries(scripts)) {
    redis.defineCommand(`counting${name}`, { lua });
  }
  return redis as CountingRedis;
}
