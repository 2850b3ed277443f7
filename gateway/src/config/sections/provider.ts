import Type from 'typebox';

import { SimulatorBehaviour } from './simulator.js';
import { Milliseconds, Name, strict } from './fieldTypes.js';

const Timeouts = Type.Object(
  {
    connect_ms: Milliseconds('To open a connection', 5_000),
    first_token_ms: Milliseconds('From the request being sent to the first token of a stream', 60_000),
    idle_ms: Milliseconds('Between two chunks of an answer', 60_000),
    total_ms: Milliseconds('For a whole answer, streamed or not', 600_000),
  },
  { ...strict, default: {}, description: 'How long to wait for a provider.' }
);

export const SimulatorProvider = Type.Object(
  {
    name: Name('What deployments, metrics and pages call it.'),
    type: Type.Literal('simulator'),
    prices: Type.Optional(
      Type.String({
        description: 'Provider id in genai-prices whose price list applies, e.g. openai. Unpriced without.',
      })
    ),
    timeouts: Timeouts,
    simulator: SimulatorBehaviour,
    models: Type.Record(Type.String(), SimulatorBehaviour, {
      default: {},
      description: 'Behaviour of single models, in place of the provider’s.',
    }),
  },
  { ...strict, description: 'A built-in provider that behaves, and misbehaves, on request.' }
);

const httpProvider = {
  name: Name('What deployments, metrics and pages call it.'),
  api_key: Type.Optional(
    Type.String({ minLength: 1, description: 'Sent as Bearer token. Keep it out of the file: ${OPENAI_API_KEY}.' })
  ),
  timeouts: Timeouts,
  drop_unsupported: Type.Optional(
    Type.Boolean({
      description:
        'Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out.',
    })
  ),
  max_connections: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 512,
    description: 'Most connections to the provider.',
  }),
};

export const OpenAiProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('openai'),
    base_url: Type.String({ default: 'https://api.openai.com/v1', pattern: '^https?://' }),
    prices: Type.String({ default: 'openai', description: 'Provider id in genai-prices whose price list applies.' }),
  },
  { ...strict, description: 'OpenAI.' }
);

export const OpenAiCompatibleProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('openai-compatible'),
    base_url: Type.String({ pattern: '^https?://', description: 'Up to and including /v1.' }),
    prices: Type.Optional(
      Type.String({ description: 'Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without.' })
    ),
  },
  { ...strict, description: 'Any server that speaks OpenAI’s chat completions: vLLM, LM Studio, another gateway.' }
);

export const ProviderSchema = Type.Union([OpenAiProvider, OpenAiCompatibleProvider, SimulatorProvider]);
