import Type, { type Static } from 'typebox';

import { STRATEGY_NAMES } from '../routing/strategies/names.js';

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
      description: 'Most requests under way at once; past it they wait (routing.max_queue), then 503 with Retry-After.',
    }),
    trusted_proxies: Type.Array(Type.String({ minLength: 2 }), {
      default: [],
      description: 'Addresses and networks (CIDR) of proxies whose X-Forwarded-For is believed.',
    }),
  },
  { ...strict, default: {}, description: 'Where the gateway listens, and how much it takes.' }
);

const Timeouts = Type.Object(
  {
    connect_ms: Milliseconds('To open a connection', 5_000),
    first_token_ms: Milliseconds('From the request being sent to the first token of a stream', 60_000),
    idle_ms: Milliseconds('Between two chunks of an answer', 60_000),
    total_ms: Milliseconds('For a whole answer, streamed or not', 600_000),
  },
  { ...strict, default: {}, description: 'How long to wait for a provider.' }
);

const Share = (what: string) => Type.Number({ minimum: 0, maximum: 1, default: 0, description: `${what}, 0 to 1.` });

const SimulatedError = Type.Object(
  {
    share: Type.Number({ minimum: 0, maximum: 1, description: 'Share of requests that fail like this, 0 to 1.' }),
    status: Type.Integer({ minimum: 400, maximum: 599, description: 'HTTP status.' }),
    code: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'Code in the error, e.g. context_length_exceeded, content_filter, insufficient_quota. A 429 has rate_limit_exceeded if left out.',
      })
    ),
    message: Type.Optional(Type.String({ minLength: 1, maxLength: 10_000, description: 'Text of the error.' })),
    retry_after_seconds: Type.Optional(
      Type.Number({ minimum: 0, maximum: 86_400, description: 'Sent as Retry-After. A 429 asks for 1 if left out.' })
    ),
  },
  { ...strict, description: 'One kind of failure.' }
);

const Outage = Type.Object(
  {
    every_seconds: Type.Number({ minimum: 0.1, maximum: 31_536_000, description: 'From one outage to the next.' }),
    for_seconds: Type.Number({
      minimum: 0,
      maximum: 31_536_000,
      description: 'Length of each; as long as every_seconds, it never ends.',
    }),
    offset_seconds: Type.Number({
      minimum: 0,
      maximum: 31_536_000,
      default: 0,
      description: 'From the start of the gateway to the first one.',
    }),
    status: Type.Integer({ minimum: 400, maximum: 599, default: 503, description: 'HTTP status meanwhile.' }),
    reset: Type.Boolean({ default: false, description: 'Reset connections instead of answering.' }),
  },
  { ...strict, description: 'A timetable of outages, the same at every start.' }
);

const SimulatedRateLimit = Type.Object(
  {
    requests_per_minute: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    tokens_per_minute: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'Input and output together.' })
    ),
  },
  {
    ...strict,
    minProperties: 1,
    description: 'Limits of each model, in windows of one minute; told in x-ratelimit headers, past them 429.',
  }
);

export const SimulatorBehaviour = Type.Object(
  {
    latency_ms: Type.Number({
      minimum: 0,
      maximum: 600_000,
      default: 200,
      description: 'Time to the first token, in milliseconds.',
    }),
    jitter: Share('Spread of the latency around its value'),
    latency_p95_ms: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 600_000,
        description:
          'In place of jitter: latency_ms is the median then, and one request in twenty takes longer than this, with a long tail.',
      })
    ),
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
    errors: Type.Array(SimulatedError, {
      maxItems: 100,
      default: [],
      description: 'Further kinds of failures, each with its share.',
    }),
    reset_rate: Share('Share of requests whose connection is reset before the answer'),
    stall_rate: Share('Share of requests that are accepted and never answered'),
    stream_reset_rate: Share('Share of streams whose connection is reset in the middle'),
    stream_stall_rate: Share('Share of streams that stop in the middle and stay open'),
    outages: Type.Array(Outage, { maxItems: 100, default: [], description: 'When nothing is answered at all.' }),
    rate_limit: Type.Optional(SimulatedRateLimit),
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

export const ProviderSchema = Type.Union([OpenAiProvider, OpenAiCompatibleProvider, SimulatorProvider]);

const Usd = (what: string) => Type.Number({ minimum: 0, maximum: 1_000_000, description: `${what}, in US dollars.` });

/** Prices that may differ for large contexts. */
const tokenPrices = {
  input_per_million_usd: Type.Optional(Usd('Input')),
  cached_input_per_million_usd: Type.Optional(Usd('Input read from the provider’s cache; the input price if left out')),
  cache_write_5m_per_million_usd: Type.Optional(
    Usd('Input written to the provider’s cache; the input price if left out')
  ),
  cache_write_1h_per_million_usd: Type.Optional(Usd('The same, kept for an hour; the 5 minutes’ price if left out')),
  audio_input_per_million_usd: Type.Optional(Usd('Audio input; the input price if left out')),
  output_per_million_usd: Type.Optional(Usd('Output')),
  reasoning_per_million_usd: Type.Optional(Usd('Reasoning; the output price if left out')),
  audio_output_per_million_usd: Type.Optional(Usd('Audio output; the output price if left out')),
};

const priceFields = {
  ...tokenPrices,
  per_request_usd: Type.Optional(Usd('For each request')),
  per_image_usd: Type.Optional(Usd('For each image made')),
  per_million_characters_usd: Type.Optional(Usd('Text spoken')),
  per_audio_second_usd: Type.Optional(Usd('Audio heard or made')),
  batch_discount: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: 'Share taken off at batch prices, e.g. 0.5.' })
  ),
  tiers: Type.Optional(
    Type.Array(Type.Object({ above_input_tokens: Type.Integer({ minimum: 1 }), ...tokenPrices }, strict), {
      maxItems: 20,
      description: 'Prices of the whole request once its input is larger than that; others stay.',
    })
  ),
};

const Price = Type.Object(priceFields, {
  ...strict,
  minProperties: 1,
  description: 'Price in US dollars, in place of the price list’s. Tokens are per million.',
});

const Timestamp = (what: string) =>
  Type.String({ format: 'date-time', description: `${what}, e.g. 2026-12-31T23:59:59Z.` });

export const PriceOverrideSchema = Type.Object(
  {
    name: Name('What the admin API calls it.'),
    provider: Type.Optional(Name('Only deployments of this provider.')),
    model: Type.String({ minLength: 1, description: 'What the provider calls the model; * stands for anything.' }),
    from: Type.Optional(Timestamp('When it comes into force')),
    price: Price,
  },
  { ...strict, description: 'A price of your own. The latest in force wins; a deployment’s own price goes before.' }
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
    max_concurrent: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Most calls under way at once; further requests go elsewhere, or wait.' })
    ),
    price: Type.Optional(Price),
  },
  strict
);

const Chain = (when: string) =>
  Type.Array(Type.String(), { default: [], description: `Models tried in this order ${when}.` });

export const ModelSchema = Type.Object(
  {
    name: Name('What clients ask for.'),
    strategy: Type.Enum([...STRATEGY_NAMES], { default: 'weighted', description: 'How a deployment is chosen.' }),
    sticky: Type.Enum(['none', 'key', 'user'], {
      default: 'none',
      description:
        'Keeps the requests of a key, or of a user, on one deployment while it can answer, for its prompt cache.',
    }),
    deployments: Type.Array(Deployment, { minItems: 1 }),
    fallbacks: Chain('when no deployment of this one answers'),
    context_window_fallbacks: Chain('when the request is too long for this one'),
    content_policy_fallbacks: Chain('when the provider refuses the content'),
  },
  strict
);

const Tags = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 512 }), {
  description: 'Attribution of every request, e.g. { feature: search }; the request’s own go before.',
});

const AllowedModels = Type.Array(Type.String({ minLength: 1 }), {
  minItems: 1,
  description: 'Models that may be asked for; * stands for anything. All, if left out.',
});

export const KeySchema = Type.Object(
  {
    name: Name('Who the key belongs to; shown in metrics and on pages.'),
    key: Type.Optional(
      Type.String({
        minLength: 8,
        description: 'The secret. Left out, one is generated and kept in the data directory.',
      })
    ),
    team: Type.Optional(Name('Team that pays.')),
    user: Type.Optional(Name('User that it belongs to; a user in the body is then not believed.')),
    models: Type.Optional(AllowedModels),
    addresses: Type.Optional(
      Type.Array(Type.String({ minLength: 2 }), {
        minItems: 1,
        description: 'Addresses and networks (CIDR) it may be used from. Anywhere, if left out.',
      })
    ),
    expires_at: Type.Optional(Timestamp('When it ends')),
    tags: Type.Optional(Tags),
  },
  strict
);

export const TeamSchema = Type.Object(
  {
    name: Name('As keys name it.'),
    models: Type.Optional(AllowedModels),
    tags: Type.Optional(Tags),
    blocked: Type.Boolean({ default: false, description: 'Refuses every request of the team.' }),
  },
  strict
);

export const UserSchema = Type.Object(
  {
    name: Name('As keys, tokens or bodies name it.'),
    team: Type.Optional(Name('Team that pays for keys of the user which have none.')),
    models: Type.Optional(AllowedModels),
    blocked: Type.Boolean({ default: false, description: 'Refuses every request of the user.' }),
  },
  strict
);

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

const Jwt = Type.Object(
  {
    name: Name('What metrics and pages call requests with these tokens.'),
    issuer: Type.String({ minLength: 1, description: 'The iss that tokens must have.' }),
    audience: Type.String({ minLength: 1, description: 'The aud that tokens must have.' }),
    jwks_url: Type.Optional(
      Type.String({ pattern: '^https?://', description: 'Where its keys are; found by OpenID discovery if left out.' })
    ),
    algorithms: Type.Array(Type.String(), { minItems: 1, default: ['RS256', 'ES256'] }),
    user_claim: Type.String({ default: 'sub', description: 'Claim that names the user.' }),
    team_claim: Type.Optional(Type.String({ description: 'Claim that names the team.' })),
    team: Type.Optional(Name('Team that pays where no claim says.')),
    models: Type.Optional(AllowedModels),
  },
  { ...strict, description: 'Tokens of an OpenID provider, in place of keys.' }
);

const Auth = Type.Object(
  {
    refresh_ms: Milliseconds('How soon a change made on another replica is known here', 5_000),
    jwt: Type.Array(Jwt, { default: [], maxItems: 20 }),
  },
  { ...strict, default: {}, description: 'How clients are known.' }
);

const Governance = Type.Object(
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

export const WEBHOOK_EVENTS = ['budget.warning', 'budget.exhausted', 'budget.reset'] as const;

const Webhook = Type.Object(
  {
    name: Name('What the log calls it.'),
    url: Type.String({ pattern: '^https?://' }),
    secret: Type.String({ minLength: 16, description: 'Signs each call with HMAC-SHA256. Keep it out of the file.' }),
    events: Type.Array(Type.Enum([...WEBHOOK_EVENTS]), {
      minItems: 1,
      default: [...WEBHOOK_EVENTS],
      description: 'What it is told of.',
    }),
  },
  { ...strict, description: 'Whom to tell of budgets.' }
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

const Redaction = Type.Object(
  {
    name: Name('Stands in place of what was found, as [name].'),
    pattern: Type.String({ minLength: 1, maxLength: 1_000, format: 'regex', description: 'Regular expression.' }),
  },
  strict
);

const Contents = Type.Object(
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

const Ledger = Type.Object(
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
    rollup_retention_days: Type.Integer({ minimum: 0, maximum: 36_500, default: 0, description: '0 keeps them all.' }),
    contents: Contents,
  },
  { ...strict, default: {}, description: 'How usage is written down.' }
);

const Breaker = Type.Object(
  {
    consecutive_failures: Type.Integer({ minimum: 1, default: 5, description: 'Failures in a row that open it.' }),
    error_rate: Type.Number({
      minimum: 0.01,
      maximum: 1,
      default: 0.5,
      description: 'Share of failures in the window that opens it, 0 to 1.',
    }),
    min_requests: Type.Integer({ minimum: 1, default: 20, description: 'Fewest calls in the window for that.' }),
    window_ms: Milliseconds('Length of the window', 30_000),
    open_ms: Milliseconds('How long it stays open before a call is tried again', 15_000),
    probes: Type.Integer({ minimum: 1, default: 1, description: 'Calls let through at a time while half open.' }),
  },
  { ...strict, default: {}, description: 'When a deployment that fails is left alone.' }
);

const Routing = Type.Object(
  {
    max_attempts: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 4,
      description: 'Most calls to providers for one request, fallbacks included.',
    }),
    deadline_ms: Milliseconds('Time in which further calls may begin', 60_000),
    backoff_ms: Milliseconds('Longest wait before the first retry; it doubles with each', 250),
    backoff_max_ms: Milliseconds('Longest wait before any retry', 8_000),
    max_retry_after_ms: Milliseconds('Longest Retry-After that is waited for; a longer one goes to the client', 10_000),
    credential_retry_ms: Milliseconds('How long a provider that refused our credential is left alone', 60_000),
    health_check_ms: Type.Integer({
      minimum: 0,
      maximum: 86_400_000,
      default: 30_000,
      description: 'Time between two checks of each provider (its list of models), in milliseconds; 0 checks never.',
    }),
    max_queue: Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      default: 1_000,
      description: 'Most requests that wait for a place (max_in_flight, max_concurrent); past it 503 with Retry-After.',
    }),
    queue_timeout_ms: Milliseconds('Longest wait there', 10_000),
    breaker: Breaker,
  },
  { ...strict, default: {}, description: 'What happens when a provider fails.' }
);

export const ConfigSchema = Type.Object(
  {
    server: Server,
    providers: Type.Array(ProviderSchema, { minItems: 1, description: 'Who answers requests.' }),
    models: Type.Array(ModelSchema, {
      minItems: 1,
      description: 'What clients can ask for, and which providers answer it.',
    }),
    prices: Type.Array(PriceOverrideSchema, { default: [], description: 'Prices that differ from the price list.' }),
    keys: Type.Array(KeySchema, { default: [], description: 'Who may send requests, besides keys made by the API.' }),
    teams: Type.Array(TeamSchema, { default: [], description: 'Who pays; a team need not be listed to be named.' }),
    users: Type.Array(UserSchema, { default: [], description: 'Who asks; a user need not be listed to be named.' }),
    budgets: Type.Array(BudgetSchema, { default: [], description: 'What may be spent.' }),
    limits: Type.Array(LimitSchema, { default: [], description: 'How fast it may go.' }),
    auth: Auth,
    governance: Governance,
    webhooks: Type.Array(Webhook, { default: [], maxItems: 20 }),
    routing: Routing,
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
export type ProviderConfig = Static<typeof ProviderSchema>;
export type HttpProviderConfig = Static<typeof OpenAiProvider> | Static<typeof OpenAiCompatibleProvider>;
export type SimulatorProviderConfig = Static<typeof SimulatorProvider>;
export type SimulatorSettings = Static<typeof SimulatorBehaviour>;
export type SimulatedErrorConfig = Static<typeof SimulatedError>;
export type OutageConfig = Static<typeof Outage>;
export type SimulatedRateLimitConfig = Static<typeof SimulatedRateLimit>;
export type DeploymentConfig = Static<typeof Deployment>;
export type PriceConfig = Static<typeof Price>;
export type PriceOverrideConfig = Static<typeof PriceOverrideSchema>;
export type KeyConfig = Static<typeof KeySchema>;
export type TeamConfig = Static<typeof TeamSchema>;
export type UserConfig = Static<typeof UserSchema>;
export type BudgetConfig = Static<typeof BudgetSchema>;
export type LimitConfig = Static<typeof LimitSchema>;
export type JwtConfig = Static<typeof Jwt>;
export type WebhookConfig = Static<typeof Webhook>;
export type GovernanceConfig = Static<typeof Governance>;
export type LedgerConfig = Static<typeof Ledger>;
