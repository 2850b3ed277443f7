import Type from 'typebox';

import { strict } from './fieldTypes.js';

export const DIALECTS = ['native', 'litellm', 'inference-gateway', 'genai'] as const;

export const Metrics = Type.Object(
  {
    dialects: Type.Array(Type.Enum([...DIALECTS]), {
      default: ['native'],
      description: 'Names under which metrics are rendered.',
    }),
    public: Type.Boolean({
      default: false,
      description: 'Serve /metrics without a token. /api/v1/llm/metrics, which tells who spent what, always wants one.',
    }),
    max_label_values: Type.Integer({
      minimum: 1,
      maximum: 100_000,
      default: 1_000,
      description:
        'Most values of a label (model, provider, deployment, team, key …); past it a new one becomes other.',
    }),
    hash_names: Type.Array(Type.Enum(['key', 'team', 'user']), {
      default: [],
      description: 'Names shown as the first 12 hex digits of their SHA-256 only.',
    }),
    latency_by: Type.Array(Type.Enum(['team', 'key']), {
      default: [],
      description: 'Labels that the latency histograms get besides model and provider. Each multiplies their series.',
    }),
    off: Type.Array(Type.String(), {
      default: [],
      description: 'Families (docs/metrics.md) that are not kept, e.g. llm_gateway_request_tokens.',
    }),
    credits_per_usd: Type.Number({
      exclusiveMinimum: 0,
      default: 1,
      description: 'Credits that a US dollar counts for in llm_credits_used_total of /api/v1/llm/metrics.',
    }),
  },
  { ...strict, default: {}, description: 'What /metrics shows, and to whom. A change needs a restart.' }
);
