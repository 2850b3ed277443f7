import Type from 'typebox';

import { strict } from './fieldTypes.js';

export const DIALECTS = ['native', 'litellm', 'inference-gateway', 'genai'] as const;

export const Metrics = Type.Object(
  {
    dialects: Type.Array(Type.Enum([...DIALECTS]), {
      default: ['native'],
      description: 'Names under which metrics are rendered.',
    }),
    public: Type.Boolean({ default: false, description: 'Serve /metrics without a token.' }),
  },
  { ...strict, default: {}, description: 'What /metrics shows, and to whom.' }
);
