import type { Redis } from 'ioredis';

import { Deadline } from '../../../store/redis/deadline.js';
import { EPOCH_KEY } from './keys.js';
import { HOLD } from './scripts/hold.js';
import { READ } from './scripts/read.js';
import { REFRESH } from './scripts/refresh.js';
import { RESERVE } from './scripts/reserve.js';
import { SEED } from './scripts/seed.js';
import { SETTLE } from './scripts/settle.js';

type Arguments = ReadonlyArray<string | number>;

/** A script, called with its keys and its other arguments. Rejects when Redis does not answer in time. */
type Script<Answer> = (keys: readonly string[], rest: Arguments) => Promise<Answer>;

export interface Commands {
  readonly reserve: Script<readonly number[]>;
  readonly settle: Script<number>;
  readonly hold: Script<number>;
  readonly seed: Script<number>;
  readonly refresh: Script<number>;
  readonly read: Script<readonly number[]>;
  epoch(): Promise<string>;
  setEpoch(epoch: string): Promise<void>;
}

/** Longest that an epoch lives: longer than any counter goes unused, in milliseconds. */
const EPOCH_TTL_MS = 400 * 86_400_000;

/** What counters ask of Redis, on one connection and in the order in which it was asked. */
export function createCommands(redis: Redis, timeoutMs: number): Commands {
  const deadline = new Deadline(timeoutMs);
  const script = <Answer>(name: string, lua: string): Script<Answer> => {
    redis.defineCommand(name, { lua });
    const defined = (redis as unknown as Record<string, (...all: Arguments) => Promise<Answer>>)[name];
    return (keys, rest) => deadline.within(defined?.call(redis, keys.length, ...keys, ...rest) as Promise<Answer>);
  };
  return {
    reserve: script('countingReserve', RESERVE),
    settle: script('countingSettle', SETTLE),
    hold: script('countingHold', HOLD),
    seed: script('countingSeed', SEED),
    refresh: script('countingRefresh', REFRESH),
    read: script('countingRead', READ),
    epoch: async () => (await deadline.within(redis.get(EPOCH_KEY))) ?? '0',
    async setEpoch(epoch) {
      await deadline.within(redis.set(EPOCH_KEY, epoch, 'PX', EPOCH_TTL_MS));
    },
  };
}
