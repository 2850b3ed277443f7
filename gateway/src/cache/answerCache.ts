import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

import type { Config } from '../config/schema.js';
import { MemoryAnswers } from './memoryAnswers.js';
import { RedisAnswers } from './redis/redisAnswers.js';
import { type CacheRule, cacheRules } from './rules.js';
import type { StoredAnswer } from './storedAnswer.js';

export interface AnswerCacheParts {
  /** As it is when the gateway starts. */
  readonly config: Config;
  /** Redis of all replicas, where there is one. */
  readonly redis: Redis | undefined;
  readonly log: Logger;
}

/** Answers to give again: in memory first, then in the Redis that replicas share. */
export class AnswerCache {
  private rules: ReadonlyMap<string, CacheRule> = new Map();
  private readonly log: Logger;
  private readonly memory: MemoryAnswers;
  private readonly shared: RedisAnswers | undefined;

  constructor({ config, redis, log }: AnswerCacheParts) {
    this.log = log;
    const { max_bytes: maxBytes, redis_timeout_ms: timeoutMs } = config.cache;
    this.memory = new MemoryAnswers(maxBytes);
    const own = redis?.duplicate({ enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    this.shared = own && new RedisAnswers({ redis: own, timeoutMs, maxBytes, log });
    this.configure(config);
  }

  /** Puts a changed configuration into force. */
  configure(config: Config): void {
    this.rules = cacheRules(config);
  }

  /** Undefined for a model that is not cached. */
  ruleOf(model: string): CacheRule | undefined {
    return this.rules.get(model);
  }

  /** A promise only where Redis is to be asked. Never rejects. */
  find(key: string, { ttlMs }: CacheRule): StoredAnswer | undefined | Promise<StoredAnswer | undefined> {
    const known = this.memory.get(key);
    if (known !== undefined) {
      return known;
    }
    return this.shared?.get(key)?.then((answer) => {
      const leftMs = answer === undefined ? 0 : answer.at + ttlMs - Date.now();
      if (answer !== undefined && leftMs > 0) {
        this.memory.set(key, answer, leftMs);
      }
      return answer;
    });
  }

  keep(key: string, answer: StoredAnswer, { ttlMs }: CacheRule): void {
    this.memory.set(key, answer, ttlMs);
    this.shared?.set(key, answer, ttlMs);
  }

  /** Told of what went wrong in keeping an answer: the client already has it. */
  failed(error: unknown): void {
    this.log.error({ err: error }, 'an answer could not be cached');
  }

  close(): void {
    this.shared?.close();
  }
}
