import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

import type { Counters } from './counters.js';
import { FallbackCounters } from './fallbackCounters.js';
import { MemoryCounters } from './memoryCounters.js';
import { createCommands } from './redis/commands.js';
import { Deadline } from '../../store/redis/deadline.js';
import { RedisCounters } from './redis/redisCounters.js';
import { TIMING, type Timing } from './redis/timing.js';

export interface CreateCountersParts {
  /** Its options are used; counters have a connection of their own. */
  readonly redis: Redis | undefined;
  readonly onRedisDown: 'local' | 'refuse' | 'allow';
  /** Longest wait for Redis, in milliseconds. */
  readonly timeoutMs: number;
  /** Redis stops answering, with the reason, or answers again. */
  readonly onAvailability?: ((available: boolean, reason?: string) => void) | undefined;
  readonly log: Logger;
  readonly now?: () => number;
  readonly timing?: Timing;
}

/** Counters as the composition root wires them, with what metrics tell of them. */
export interface WiredCounters extends Counters {
  /** Whether Redis answers; without Redis, always up. */
  readonly state: 'up' | 'down';
  /** Calls of Redis that failed or took too long. */
  readonly errors: number;
  /** Reservations decided without Redis while it was down. */
  readonly fallbacks: number;
  /**
   * To be awaited before requests are served, and after what a journal held was written to the ledger: counters in
   * Redis are compared with the ledger from then on. Goes on without Redis when it does not answer within seconds.
   */
  start(): Promise<void>;
}

const START_MS = 3_000;
/** Longest wait for the other side to close a connection too, in milliseconds. */
const DISCONNECT_MS = 200;
const MAX_RECONNECT_MS = 1_000;

/** Counters in this process, or in Redis for all replicas. */
export function createCounters(parts: CreateCountersParts): WiredCounters {
  const { redis, log, now = Date.now } = parts;
  return redis === undefined ? inMemory(new MemoryCounters({ log, now })) : inRedis(redis, parts);
}

function inMemory(memory: MemoryCounters): WiredCounters {
  return Object.assign(memory, { state: 'up', errors: 0, fallbacks: 0, start: async () => {} } as const);
}

function inRedis(redis: Redis, parts: CreateCountersParts): WiredCounters {
  const { onRedisDown, onAvailability, timeoutMs, log, now = Date.now, timing = TIMING } = parts;
  const connection = redis.duplicate({
    lazyConnect: false,
    disconnectTimeout: DISCONNECT_MS,
    retryStrategy: (tries) => Math.min(50 * tries, MAX_RECONNECT_MS),
    // What could not be sent at once has been decided otherwise by the time it could be.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
  });
  const shared = new RedisCounters({ commands: createCommands(connection, timeoutMs), timing, now, log });
  const reconnect = (): void => connection.disconnect(true);
  const counters = new FallbackCounters({ shared, onRedisDown, onAvailability, reconnect, log });
  const { circuit } = counters;
  // Without a listener its errors would end the process.
  connection.on('error', (error: Error) => log.debug({ err: error }, 'the connection to Redis failed'));
  connection.on('ready', circuit.probe);
  connection.on('close', circuit.lost);
  const leases = setInterval(counters.extendLeases, timing.leaseMs / 3).unref();
  return {
    reserve: (id, claims, at) => counters.reserve(id, claims, at),
    settle: (id, actuals) => counters.settle(id, actuals),
    charge: (id, claims, actuals, at) => counters.charge(id, claims, actuals, at),
    read: (claims, at) => counters.read(claims, at),
    get state() {
      return circuit.state;
    },
    get errors() {
      return circuit.errors;
    },
    get fallbacks() {
      return counters.fallbacks;
    },
    start: () => circuit.settled(START_MS),
    async close() {
      clearInterval(leases);
      await counters.close();
      // Settlements that were sent are done before it answers.
      await new Deadline(timeoutMs)
        .within(connection.quit())
        .catch(() => connection.status !== 'end' && connection.disconnect());
    },
  };
}
