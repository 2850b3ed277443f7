import Type from 'typebox';

import { Milliseconds, strict } from './fieldTypes.js';

export const Governance = Type.Object(
  {
    assumed_output_tokens: Type.Integer({
      minimum: 1,
      maximum: 10_000_000,
      default: 1024,
      description: 'Output reserved for a request that sets no max_tokens.',
    }),
    unpriced: Type.Enum(['refuse', 'allow'], {
      default: 'refuse',
      description: 'What a hard budget in USD does with a model that has no price.',
    }),
    redis_down: Type.Enum(['local', 'refuse', 'allow'], {
      default: 'local',
      description:
        'While Redis is down: each replica counts by itself from what it last knew, refuses what has a limit, or allows it.',
    }),
    redis_timeout_ms: Milliseconds('Longest wait for Redis before it counts as down', 250),
  },
  { ...strict, default: {}, description: 'How budgets and limits are kept.' }
);
