export interface TownKey {
  readonly name: string;
  readonly secret: string;
}

/** Keys of the configuration file. */
export const KEYS: readonly TownKey[] = ['alice', 'bob', 'carol', 'dave'].map((name) => ({
  name,
  secret: `secret-of-${name}`,
}));

export const MODELS = ['small', 'shaky', 'slow', 'capped', 'broken', 'free'] as const;
export const USERS = ['ann', 'ben', 'cyd'] as const;
export const TEAMS = ['red', 'blue'] as const;
export const TAGS = ['feature=chat', 'feature=search', 'project=x', 'project=y'] as const;

/** Subjects that a budget may be on, with `*` among them. */
export const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  key: ['alice', 'bob', '*'],
  team: ['red', 'blue', '*'],
  user: ['ann', 'ben', '*'],
  tag: ['feature=chat', 'project=x', 'project=*'],
  model: ['small', 'shaky', '*'],
  provider: ['steady', 'slow', '*'],
};

/** Periods of budgets, calendar and rolling. */
export const PERIODS: readonly object[] = [
  { period: 'daily' },
  { period: 'weekly', timezone: 'Asia/Kolkata' },
  { period: 'monthly', timezone: 'Europe/Berlin' },
  { window: '2h' },
  { window: '30d' },
];

/**
 * Everything in one configuration that may make books disagree: every kind of budget, and providers that fail. Its
 * editions differ in prices, limits, and in which of some budgets are there.
 */
export function townConfig(edition = 0): string {
  // JSON is YAML.
  return JSON.stringify({
    server: { port: 0 },
    // Long enough that a kill finds events which are in the journal only.
    ledger: { flush_ms: 300 },
    auth: { refresh_ms: 500 },
    governance: { unpriced: edition % 3 === 2 ? 'refuse' : 'allow', assumed_output_tokens: 60 },
    routing: {
      max_attempts: 5,
      backoff_ms: 5,
      backoff_max_ms: 20,
      max_retry_after_ms: 50,
      health_check_ms: 0,
      breaker: { consecutive_failures: 10_000, error_rate: 1, min_requests: 1_000_000 },
    },
    keys: [
      { name: 'alice', key: 'secret-of-alice', team: 'red' },
      { name: 'bob', key: 'secret-of-bob', team: 'blue' },
      { name: 'carol', key: 'secret-of-carol', team: 'blue', user: 'cyd', tags: { project: 'y' } },
      { name: 'dave', key: 'secret-of-dave' },
    ],
    teams: [{ name: 'red', tags: { feature: 'chat' } }],
    providers: [
      simulated('steady', {}),
      simulated('shaky', {
        tokens_per_second: 2_000,
        error_rate: 0.15,
        errors: [
          { share: 0.05, status: 429, retry_after_seconds: 0 },
          { share: 0.05, status: 400, code: 'context_length_exceeded' },
          { share: 0.05, status: 400, code: 'content_filter' },
        ],
        reset_rate: 0.05,
        stream_reset_rate: 0.25,
      }),
      simulated('slow', { latency_ms: 20, jitter: 0.9, tokens_per_second: 400, output_tokens: 40 }),
      simulated('capped', {}),
      simulated('broken', { error_rate: 1, error_status: 503 }),
    ],
    models: [
      { name: 'small', deployments: [deployment('steady', 0.15 + edition / 10, 0.6)] },
      {
        name: 'shaky',
        deployments: [deployment('shaky', 0.371, 1.137), deployment('steady', 1.234567, 2 + edition)],
        fallbacks: ['slow'],
      },
      { name: 'slow', deployments: [deployment('slow', 3.3, 15.7)] },
      { name: 'capped', deployments: [deployment('capped', 1, 3), deployment('steady', 2, 5)] },
      { name: 'broken', deployments: [deployment('broken', 1, 1)], fallbacks: ['capped', 'small'] },
      { name: 'free', deployments: [{ provider: 'steady', model: 'nobody-knows' }] },
    ],
    budgets: [...budgetsOnAll(edition), ...TIGHT],
    limits: [
      { name: 'minute', key: 'dave', requests_per_minute: 200 + edition },
      { name: 'tokens', model: 'slow', tokens_per_minute: 200_000 },
      { name: 'parallel', user: 'ben', parallel_requests: 1 },
    ],
  });
}

function simulated(name: string, simulator: object): object {
  return {
    name,
    type: 'simulator',
    simulator: { latency_ms: 1, tokens_per_second: 20_000, output_tokens: 14, ...simulator },
  };
}

function deployment(provider: string, input: number, output: number): object {
  return {
    provider,
    model: 'm',
    price: { input_per_million_usd: input, output_per_million_usd: output, per_request_usd: 0.000_000_001 },
  };
}

/** Two budgets on each subject, with room for all that comes; every second edition lacks some of them. */
function budgetsOnAll(edition: number): object[] {
  const subjects = Object.entries(SUBJECTS).flatMap(([kind, values]) => values.map((value) => [kind, value] as const));
  return subjects.flatMap(([kind, value], index) =>
    [{ limit_usd: 1_000 + edition }, { limit_tokens: 1_000_000_000 }].flatMap((limit, unit) =>
      edition % 2 === 1 && index % 5 === 0
        ? []
        : [
            {
              name: `all-${index}-${unit}`,
              [kind]: value,
              ...limit,
              ...PERIODS[(index + 2 * unit) % PERIODS.length],
              hard: (index + unit) % 2 === 0,
            },
          ]
    )
  );
}

/** Those that are spent on the way, so that requests, and calls to a provider, are refused. */
const TIGHT: readonly object[] = [
  { name: 'tight-key', key: 'bob', limit_usd: 0.002, period: 'daily' },
  { name: 'tight-user', user: 'ben', limit_tokens: 6_000, window: '5h' },
  { name: 'tight-provider', provider: 'capped', limit_usd: 0.004, period: 'monthly' },
  { name: 'tight-soft', tag: 'project=y', limit_tokens: 100, period: 'weekly', hard: false },
];
