import Type, { type Static } from 'typebox';

/** Names of providers, models and keys end up in URLs, labels and headers, so they keep to visible ASCII. */
const Name = (what: string) =>
  Type.String({ minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$', description: what });

const Milliseconds = (what: string, fallback: number) =>
  Type.Integer({ minimum: 1, maximum: 86_400_000, default: fallback, description: `${what}, in milliseconds.` });

const strict = { additionalProperties: false } as const;

const Server = Type.Object(
  {
    host: Type.String({ default: '127.0.0.1', description: 'Address to listen on; 0.0.0.0 for every interface.' }),
    port: Type.Integer({ minimum: 0, maximum: 65535, default: 4000, description: '0 takes a free port.' }),
    body_limit_bytes: Type.Integer({
      minimum: 1024,
      maximum: 1_073_741_824,
      default: 20_971_520,
      description: 'Largest request body, in bytes; a larger one is refused with 413.',
    }),
    max_in_flight: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 10_000,
      description: 'Most requests under way at once; past it 503 with Retry-After.',
    }),
  },
  { ...strict, default: {}, description: 'Where the gateway listens, and how much it takes.' }
);

const Timeouts = Type.Object(
  {
    connect_ms: Milliseconds('To open a connection', 5_000),
    first_byte_ms: Milliseconds('From the request being sent to the first byte of the answer', 120_000),
    idle_ms: Milliseconds('Between two chunks of an answer', 60_000),
  },
  { ...strict, default: {}, description: 'How long to wait for a provider.' }
);

const Share = (what: string) => Type.Number({ minimum: 0, maximum: 1, default: 0, description: `${what}, 0 to 1.` });

const SimulatorBehaviour = Type.Object(
  {
    latency_ms: Type.Number({
      minimum: 0,
      maximum: 600_000,
      default: 200,
      description: 'Time to the first token, in milliseconds.',
    }),
    jitter: Share('Spread of the latency around its value'),
    tokens_per_second: Type.Number({
      minimum: 0.1,
      maximum: 1_000_000,
      default: 100,
      description: 'Speed of a stream.',
    }),
    output_tokens: Type.Integer({
      minimum: 1,
      maximum: 100_000,
      default: 60,
      description: 'Length of an answer, unless the request asks for less.',
    }),
    error_rate: Share('Share of requests that fail'),
    error_status: Type.Integer({ minimum: 400, maximum: 599, default: 500, description: 'HTTP status of a failure.' }),
  },
  { ...strict, default: {}, description: 'How a simulated provider behaves.' }
);

const SimulatorProvider = Type.Object(
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
  max_connections: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 512,
    description: 'Most connections to the provider.',
  }),
};

const OpenAiProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('openai'),
    base_url: Type.String({ default: 'https://api.openai.com/v1', pattern: '^https?://' }),
    prices: Type.String({ default: 'openai', description: 'Provider id in genai-prices whose price list applies.' }),
  },
  { ...strict, description: 'OpenAI.' }
);

const OpenAiCompatibleProvider = Type.Object(
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

const Provider = Type.Union([OpenAiProvider, OpenAiCompatibleProvider, SimulatorProvider]);

const Price = Type.Object(
  {
    input_per_million_usd: Type.Number({ minimum: 0 }),
    cached_input_per_million_usd: Type.Optional(
      Type.Number({ minimum: 0, description: 'The input price if left out.' })
    ),
    output_per_million_usd: Type.Number({ minimum: 0 }),
  },
  { ...strict, description: 'Price in US dollars per million tokens, in place of the price list’s.' }
);

const Deployment = Type.Object(
  {
    provider: Name('Name of a provider above.'),
    model: Name('What the provider calls the model.'),
    weight: Type.Number({
      minimum: 0,
      default: 1,
      description: 'Share of the traffic, relative to the other deployments.',
    }),
    price: Type.Optional(Price),
  },
  strict
);

const Model = Type.Object(
  {
    name: Name('What clients ask for.'),
    strategy: Type.Literal('weighted', { default: 'weighted', description: 'How a deployment is chosen.' }),
    deployments: Type.Array(Deployment, { minItems: 1 }),
    fallbacks: Type.Array(Type.String(), {
      default: [],
      description: 'Models tried in this order when no deployment of this one answers.',
    }),
  },
  strict
);

const Key = Type.Object(
  {
    name: Name('Who the key belongs to; shown in metrics and on pages.'),
    key: Type.Optional(
      Type.String({
        minLength: 8,
        description: 'The secret. Left out, one is generated and kept in the data directory.',
      })
    ),
    team: Type.Optional(Name('Team that pays.')),
  },
  strict
);

export const DIALECTS = ['native', 'litellm', 'inference-gateway', 'genai'] as const;

const Metrics = Type.Object(
  {
    dialects: Type.Array(Type.Enum([...DIALECTS]), {
      default: ['native'],
      description: 'Names under which metrics are rendered.',
    }),
    public: Type.Boolean({ default: false, description: 'Serve /metrics without a token.' }),
  },
  { ...strict, default: {}, description: 'What /metrics shows, and to whom.' }
);

const Ledger = Type.Object(
  {
    flush_ms: Milliseconds('How long usage events may wait for each other before they are written', 200),
    max_pending: Type.Integer({
      minimum: 1_000,
      maximum: 10_000_000,
      default: 200_000,
      description: 'Most events waiting while the store is down; past it requests are refused rather than lost.',
    }),
  },
  { ...strict, default: {}, description: 'How usage is written down.' }
);

export const ConfigSchema = Type.Object(
  {
    server: Server,
    providers: Type.Array(Provider, { minItems: 1, description: 'Who answers requests.' }),
    models: Type.Array(Model, { minItems: 1, description: 'What clients can ask for, and which providers answer it.' }),
    keys: Type.Array(Key, { default: [], description: 'Who may send requests. Without any, nobody.' }),
    metrics: Metrics,
    ledger: Ledger,
  },
  {
    ...strict,
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'LLM Gateway configuration',
  }
);

export type Config = Static<typeof ConfigSchema>;
export type ProviderConfig = Static<typeof Provider>;
export type HttpProviderConfig = Static<typeof OpenAiProvider> | Static<typeof OpenAiCompatibleProvider>;
export type SimulatorProviderConfig = Static<typeof SimulatorProvider>;
export type SimulatorSettings = Static<typeof SimulatorBehaviour>;
export type ModelConfig = Static<typeof Model>;
export type DeploymentConfig = Static<typeof Deployment>;
export type PriceConfig = Static<typeof Price>;
export type KeyConfig = Static<typeof Key>;
