import type { Config } from '../config/schema.js';
import type { Sharing } from './sharing.js';

/** How the answers of a model are cached. */
export interface CacheRule {
  readonly ttlMs: number;
  readonly share: Sharing;
  /** Largest answer that is kept. */
  readonly maxAnswerBytes: number;
}

/** Rules by the name of the model; those that are not cached have none. */
export function cacheRules({ cache, models }: Pick<Config, 'cache' | 'models'>): ReadonlyMap<string, CacheRule> {
  return new Map(
    models.flatMap(({ name, cache: own = cache.enabled }) => {
      const ttlSeconds = typeof own === 'object' ? (own.ttl_seconds ?? cache.ttl_seconds) : cache.ttl_seconds;
      const rule = { ttlMs: ttlSeconds * 1000, share: cache.share, maxAnswerBytes: cache.max_answer_bytes };
      return own === false ? [] : [[name, rule] as const];
    })
  );
}
