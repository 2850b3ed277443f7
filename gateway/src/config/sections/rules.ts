import Type from 'typebox';

import { Name, strict } from './fieldTypes.js';

const subjectFields = {
  key: Type.Optional(Type.String({ minLength: 1, description: 'Name of a key; * for each.' })),
  team: Type.Optional(Type.String({ minLength: 1, description: 'Name of a team; * for each.' })),
  user: Type.Optional(Type.String({ minLength: 1, description: 'Name of a user; * for each.' })),
  model: Type.Optional(Type.String({ minLength: 1, description: 'Model asked for; * for each.' })),
};

export const BudgetSchema = Type.Object(
  {
    name: Name('What metrics, pages and refusals call it.'),
    ...subjectFields,
    provider: Type.Optional(Type.String({ minLength: 1, description: 'Name of a provider; * for each.' })),
    tag: Type.Optional(
      Type.String({ pattern: '^[^=]+=.+$', description: 'name=value of a tag; name=* for each value.' })
    ),
    limit_usd: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, maximum: 9_000_000, description: 'In US dollars; this or limit_tokens.' })
    ),
    limit_tokens: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 9_000_000_000_000_000, description: 'Input and output together.' })
    ),
    period: Type.Optional(
      Type.Enum(['daily', 'weekly', 'monthly'], { description: 'Starts anew with the calendar; weeks on Monday.' })
    ),
    timezone: Type.String({ default: 'UTC', description: 'Of the calendar, e.g. Europe/Berlin.' }),
    window: Type.Optional(
      Type.String({ pattern: '^[1-9]\\d{0,6}[mhd]$', description: 'In place of period: always the last 5h, 7d, 30d.' })
    ),
    hard: Type.Boolean({ default: true, description: 'Refuses requests when spent; false only warns.' }),
    warn_at: Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 1 }), {
      default: [0.8],
      maxItems: 10,
      description: 'Shares of the limit at which webhooks and events tell of it.',
    }),
  },
  { ...strict, description: 'What one subject may spend in a time.' }
);

export const LimitSchema = Type.Object(
  {
    name: Name('What pages and refusals call it.'),
    ...subjectFields,
    requests_per_minute: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    tokens_per_minute: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'Input and output together.' })
    ),
    parallel_requests: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  },
  { ...strict, description: 'How fast one subject may go.' }
);
