import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

import { Deadline } from '../../store/redis/deadline.js';
import { type StoredAnswer, decodeAnswer, encodeAnswer, sizeOf } from '../storedAnswer.js';
import { KEEP } from './keep.js';

export interface RedisAnswersParts {
  /** Connection of its own: large answers must hold up no counter. */
  readonly redis: Redis;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly log: Logger;
}

/** One hash tag with the counters, as their scripts want it of a cluster. */
const PREFIX = '{llm-gateway}:answers:';
const INDEX = [`${PREFIX}ends`, `${PREFIX}sizes`] as const;

/** How long nobody asks Redis after it has failed, in milliseconds. */
const REST_MS = 1_000;
/** Most time between two lines of the log about it. */
const TELL_MS = 60_000;

/** Answers that replicas share. Redis being away costs a miss, and no request ever waits for longer than the timeout. */
export class RedisAnswers {
  private readonly deadline: Deadline;
  private restUntil = 0;
  private toldAt = -Infinity;

  constructor(private readonly parts: RedisAnswersParts) {
    const { redis, timeoutMs } = parts;
    this.deadline = new Deadline(timeoutMs);
    redis.defineCommand('keepAnswer', { lua: KEEP, numberOfKeys: INDEX.length });
    // ioredis reconnects by itself; without a listener its errors would end the process.
    redis.on('error', this.failed);
  }

  /** Undefined, at once, while Redis is known not to answer. */
  get(key: string): Promise<StoredAnswer | undefined> | undefined {
    if (!this.usable()) {
      return undefined;
    }
    return this.deadline.within(this.parts.redis.get(PREFIX + key)).then(
      (found) => (found === null ? undefined : decodeAnswer(found)),
      (error: unknown) => {
        this.failed(error);
        return undefined;
      }
    );
  }

  /** Nobody waits for it. */
  set(key: string, answer: StoredAnswer, ttlMs: number): void {
    if (!this.usable()) {
      return;
    }
    const { redis, maxBytes } = this.parts;
    const rest = [PREFIX, key, encodeAnswer(answer), ttlMs, sizeOf(answer), maxBytes];
    this.deadline.within((redis as WithScript).keepAnswer(...INDEX, ...rest)).catch(this.failed);
  }

  close(): void {
    this.parts.redis.disconnect();
  }

  private usable(): boolean {
    return this.parts.redis.status === 'ready' && performance.now() >= this.restUntil;
  }

  private readonly failed = (error: unknown): void => {
    const now = performance.now();
    this.restUntil = now + REST_MS;
    if (now - this.toldAt >= TELL_MS) {
      this.toldAt = now;
      this.parts.log.warn({ err: error }, 'the answer cache does without Redis for now');
    }
  };
}

type WithScript = Redis & {
  keepAnswer(...all: ReadonlyArray<string | number>): Promise<number>;
};
