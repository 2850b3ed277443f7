import Type from 'typebox';

import { Milliseconds, Name, strict } from './fieldTypes.js';

const Redaction = Type.Object(
  {
    name: Name('Stands in place of what was found, as [name].'),
    pattern: Type.String({ minLength: 1, maxLength: 1_000, format: 'regex', description: 'Regular expression.' }),
  },
  strict
);

export const Contents = Type.Object(
  {
    store: Type.Enum(['none', 'errors', 'all'], { default: 'none', description: 'Which requests are kept.' }),
    max_bytes: Type.Integer({
      minimum: 256,
      maximum: 1_048_576,
      default: 32_768,
      description: 'Longest prompt and longest answer, in bytes; the rest is cut off.',
    }),
    redact: Type.Array(Redaction, { default: [], maxItems: 50, description: 'Taken out before anything is kept.' }),
    retention_days: Type.Integer({ minimum: 1, maximum: 36_500, default: 30 }),
  },
  { ...strict, default: {}, description: 'Whether prompts and answers are kept.' }
);

export const Ledger = Type.Object(
  {
    flush_ms: Milliseconds('How long usage events may wait for each other before they are written', 200),
    max_pending: Type.Integer({
      minimum: 1_000,
      maximum: 10_000_000,
      default: 200_000,
      description: 'Most events waiting while the store is down; past it requests are refused rather than lost.',
    }),
    retention_days: Type.Integer({
      minimum: 0,
      maximum: 36_500,
      default: 0,
      description: 'Days that requests are kept; 0 keeps them all. Hourly sums are kept for rollup_retention_days.',
    }),
    rollup_retention_days: Type.Integer({
      minimum: 0,
      maximum: 36_500,
      default: 0,
      description: '0 keeps them all; else no less than retention_days.',
    }),
    contents: Contents,
  },
  { ...strict, default: {}, description: 'How usage is written down.' }
);
