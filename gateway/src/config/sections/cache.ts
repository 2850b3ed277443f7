import Type, { type Static } from 'typebox';

import { Milliseconds, strict } from './fieldTypes.js';

/** A month. */
const LONGEST_TTL_S = 2_678_400;

const Seconds = { minimum: 1, maximum: LONGEST_TTL_S } as const;

export const Cache = Type.Object(
  {
    enabled: Type.Boolean({ default: false, description: 'Whether models are cached that do not say it themselves.' }),
    ttl_seconds: Type.Integer({ ...Seconds, default: 3_600, description: 'How long an answer is kept.' }),
    share: Type.Enum(['key', 'team', 'everyone'], {
      default: 'key',
      description: 'Who is given an answer: the key (and user) that first asked, all keys of its team, or everyone.',
    }),
    max_bytes: Type.Integer({
      minimum: 65_536,
      maximum: 68_719_476_736,
      default: 67_108_864,
      description: 'Most bytes kept by a replica in its memory, and as many in Redis.',
    }),
    max_answer_bytes: Type.Integer({
      minimum: 1_024,
      maximum: 67_108_864,
      default: 262_144,
      description: 'Largest answer that is kept, in bytes.',
    }),
    redis_timeout_ms: Milliseconds('Longest wait for Redis before a request goes on without it', 50),
  },
  { ...strict, default: {}, description: 'Answers to equal requests are given again, without a provider.' }
);

/** Of one model. A union would have ajv tell of both members wherever one of them is wrong. */
export const ModelCache = Type.Unsafe<boolean | { readonly ttl_seconds?: number }>({
  type: ['boolean', 'object'],
  properties: {
    ttl_seconds: Type.Integer({ ...Seconds, description: 'In place of cache.ttl_seconds.' }),
  },
  additionalProperties: false,
  description: 'Whether its answers are cached, in place of cache.enabled; or for how long.',
});

export type CacheConfig = Static<typeof Cache>;
