/** Series and their values a minute apart, in promtool's notation: `0+60x90` rises by 60 a minute for 90 minutes. */
type Series = Readonly<Record<string, string>>;

/** What must and what must not make an alert fire. */
export interface PackCase {
  readonly firing: Series;
  readonly silent: Series;
  /** Labels of what fires, besides the severity. */
  readonly labels: Readonly<Record<string, string>>;
  /** When to look; after an hour unless it takes longer. */
  readonly at?: string;
}

/** A histogram of one series whose observations are all between the two bounds. */
function between(name: string, labels: string, below: number, above: number): Series {
  const series = (le: string) => `${name}_bucket{${labels === '' ? '' : `${labels},`}le="${le}"}`;
  return { [series(String(below))]: '0x60', [series(String(above))]: '0+60x60', [series('+Inf')]: '0+60x60' };
}

function ratio(failed: string, all: string, failedPerMinute: number): Series {
  return { [failed]: `0+${failedPerMinute}x60`, [all]: '0+100x60' };
}

const LITELLM_ERRORS = 'litellm_request_errors_total{model="gpt-4o"}';
const LITELLM_REQUESTS = 'litellm_requests_total{model="gpt-4o"}';
const OPENAI = 'provider="openai"';
const GATEWAY = 'llm_gateway_llm_gateway';
const FAILED = `${GATEWAY}_requests_total{status="error"}`;
const SUCCEEDED = `${GATEWAY}_requests_total{status="success"}`;

function provider(name: string, failedPerMinute: number): Series {
  return ratio(
    `litellm_provider_errors_total{provider="${name}",error_type="timeout"}`,
    `litellm_provider_requests_total{provider="${name}"}`,
    failedPerMinute
  );
}

function refused(type: string, perMinute: number): Series {
  return { [`litellm_provider_errors_total{${OPENAI},error_type="${type}"}`]: `0+${perMinute}x60` };
}

function gatewayErrors(type: string, perMinute: number): Series {
  return { [`${GATEWAY}_errors_total{${OPENAI},error_type="${type}"}`]: `0+${perMinute}x60` };
}

function postgres(active: number): Series {
  const of = 'instance="postgres:9187"';
  return {
    [`pg_stat_activity_count{${of},datname="litellm",state="active"}`]: `${active}x60`,
    [`pg_stat_activity_count{${of},datname="litellm",state="idle"}`]: '50x60',
    [`pg_settings_max_connections{${of}}`]: '100x60',
    [`pg_settings_superuser_reserved_connections{${of}}`]: '3x60',
  };
}

function lookUps(hits: number): Series {
  const of = `${GATEWAY}_cache_operations_total{operation="get"`;
  return { [`${of},result="hit"}`]: `0+${hits}x60`, [`${of},result="miss"}`]: `0+${100 - hits}x60` };
}

function throughput(tokensPerSecond: number, streams: string): Series {
  const of = `{model="gpt-4o",${OPENAI}}`;
  return {
    [`${GATEWAY}_tokens_per_second${of}`]: `${tokensPerSecond}x60`,
    [`${GATEWAY}_ttft_seconds_count${of}`]: streams,
  };
}

/** By pack and alert. */
export const PACK_CASES: Readonly<Record<string, Readonly<Record<string, PackCase>>>> = {
  'litellm-monitoring-setup': {
    LiteLLMDown: {
      firing: { 'up{job="litellm",instance="litellm:4000"}': '1x10 0x50' },
      silent: {
        'up{job="litellm",instance="litellm:4000"}': '1x60',
        'up{job="node",instance="node:9100"}': '0x60',
      },
      labels: { job: 'litellm', instance: 'litellm:4000' },
    },
    LiteLLMUnhealthy: {
      firing: { 'probe_success{job="litellm-health",instance="litellm:4000"}': '1x10 0x50' },
      // Two minutes are no matter.
      silent: { 'probe_success{job="litellm-health",instance="litellm:4000"}': '1x57 0x2' },
      labels: { job: 'litellm-health', instance: 'litellm:4000' },
    },
    LiteLLMHighLatency: {
      firing: between('litellm_request_duration_seconds', '', 10, 15),
      silent: between('litellm_request_duration_seconds', '', 5, 10),
      labels: {},
    },
    LiteLLMHighErrorRate: {
      firing: ratio(LITELLM_ERRORS, LITELLM_REQUESTS, 6),
      silent: ratio(LITELLM_ERRORS, LITELLM_REQUESTS, 4),
      labels: {},
    },
    LiteLLMCriticalErrorRate: {
      firing: ratio(LITELLM_ERRORS, LITELLM_REQUESTS, 21),
      silent: ratio(LITELLM_ERRORS, LITELLM_REQUESTS, 19),
      labels: {},
    },
    LiteLLMHighRequestRate: {
      firing: { [LITELLM_REQUESTS]: '0+6060x60' },
      silent: { [LITELLM_REQUESTS]: '0+5940x60' },
      labels: {},
    },
    LiteLLMTokenLimitApproaching: {
      firing: { 'litellm_tokens_used_total{token_type="input"}': '0+17000x60' },
      silent: { 'litellm_tokens_used_total{token_type="input"}': '0+16000x60' },
      labels: {},
    },
    LiteLLMModelFailures: {
      firing: ratio('litellm_model_errors_total{model="a"}', 'litellm_model_requests_total{model="a"}', 11),
      silent: {
        ...ratio('litellm_model_errors_total{model="a"}', 'litellm_model_requests_total{model="a"}', 9),
        'litellm_model_requests_total{model="b"}': '0+1x60',
      },
      labels: { model: 'a' },
    },
    LiteLLMHighDailyCost: {
      firing: { litellm_total_cost_usd: '0+0.07x1500' },
      silent: { litellm_total_cost_usd: '0+0.069x1500' },
      labels: {},
      at: '25h',
    },
    LiteLLMCostSpike: {
      firing: { litellm_total_cost_usd: '0+1x120 123+3x60' },
      silent: { litellm_total_cost_usd: '0+1x120 121.9+1.9x60' },
      labels: {},
      at: '3h',
    },
    LiteLLMDatabasePoolExhausted: {
      firing: postgres(97),
      silent: postgres(96),
      labels: { instance: 'postgres:9187' },
    },
    LiteLLMSlowDatabaseQueries: {
      firing: between('litellm_postgres_latency', 'postgres="postgres"', 1, 2),
      silent: between('litellm_postgres_latency', 'postgres="postgres"', 0.5, 1),
      labels: {},
    },
    LiteLLMGroqProviderDown: {
      firing: provider('groq', 91),
      silent: { ...provider('groq', 89), ...provider('openai', 100) },
      labels: { provider: 'groq' },
    },
    LiteLLMProviderDown: {
      firing: provider('openai', 91),
      silent: { ...provider('openai', 89), ...provider('groq', 100) },
      labels: { provider: 'openai' },
    },
    LiteLLMProviderRateLimited: {
      firing: refused('rate_limit_error', 3),
      silent: { ...refused('rate_limit_error', 1), ...refused('timeout', 100) },
      labels: { provider: 'openai' },
    },
  },
  'litellm-monitoring-guide': {
    LitellmHighErrorRate: {
      firing: ratio(
        `litellm_errors_total{${OPENAI},error_type="timeout"}`,
        `litellm_requests_total{${OPENAI},team="backend"}`,
        6
      ),
      silent: ratio(
        `litellm_errors_total{${OPENAI},error_type="timeout"}`,
        `litellm_requests_total{${OPENAI},team="backend"}`,
        4
      ),
      labels: { provider: 'openai' },
    },
    LitellmRateLimitHeadroom: {
      firing: {
        'litellm_requests_remaining{model="gpt-4o",provider="openai"}': '19x60',
        'litellm_max_parallel_requests{model="gpt-4o",provider="openai"}': '100x60',
      },
      silent: {
        'litellm_requests_remaining{model="gpt-4o",provider="openai"}': '21x60',
        'litellm_max_parallel_requests{model="gpt-4o",provider="openai"}': '100x60',
      },
      labels: { model: 'gpt-4o', provider: 'openai' },
    },
    LitellmHighP99Latency: {
      firing: between('litellm_request_duration', `model="gpt-4o",${OPENAI}`, 30, 60),
      silent: between('litellm_request_duration', `model="gpt-4o",${OPENAI}`, 20, 30),
      labels: { model: 'gpt-4o', provider: 'openai' },
    },
  },
  'llm-inference-gateway': {
    LLMGatewayProviderUnhealthy: {
      firing: { [`${GATEWAY}_provider_health{${OPENAI}}`]: '1x10 0x50' },
      silent: { [`${GATEWAY}_provider_health{${OPENAI}}`]: '0x50 1x10' },
      labels: { provider: 'openai' },
    },
    LLMGatewayAllProvidersUnhealthy: {
      firing: {
        [`${GATEWAY}_provider_health{${OPENAI}}`]: '0x60',
        [`${GATEWAY}_provider_health{provider="local"}`]: '0x60',
      },
      silent: {
        [`${GATEWAY}_provider_health{${OPENAI}}`]: '0x60',
        [`${GATEWAY}_provider_health{provider="local"}`]: '1x60',
      },
      labels: {},
    },
    LLMGatewayCircuitBreakerOpen: {
      firing: { [`${GATEWAY}_circuit_breaker_state{${OPENAI}}`]: '1x60' },
      silent: {
        [`${GATEWAY}_circuit_breaker_state{${OPENAI}}`]: '2x60',
        [`${GATEWAY}_circuit_breaker_state{provider="local"}`]: '0x60',
      },
      labels: { provider: 'openai' },
    },
    LLMGatewayHighLatencyP95: {
      firing: between(`${GATEWAY}_request_duration_seconds`, OPENAI, 10, 15),
      silent: between(`${GATEWAY}_request_duration_seconds`, OPENAI, 5, 10),
      labels: { provider: 'openai' },
    },
    LLMGatewayHighLatencyP99: {
      firing: between(`${GATEWAY}_request_duration_seconds`, OPENAI, 30, 60),
      silent: between(`${GATEWAY}_request_duration_seconds`, OPENAI, 20, 30),
      labels: { provider: 'openai' },
    },
    LLMGatewayHighTTFT: {
      firing: between(`${GATEWAY}_ttft_seconds`, OPENAI, 5, 7.5),
      silent: between(`${GATEWAY}_ttft_seconds`, OPENAI, 2.5, 5),
      labels: { provider: 'openai' },
    },
    LLMGatewayHighErrorRate: {
      firing: { [FAILED]: '0+6x60', [SUCCEEDED]: '0+94x60' },
      silent: { [FAILED]: '0+4x60', [SUCCEEDED]: '0+96x60' },
      labels: {},
    },
    LLMGatewayCriticalErrorRate: {
      firing: { [FAILED]: '0+21x60', [SUCCEEDED]: '0+79x60' },
      silent: { [FAILED]: '0+19x60', [SUCCEEDED]: '0+81x60' },
      labels: {},
    },
    LLMGatewayAuthenticationErrors: {
      firing: gatewayErrors('authentication_error', 1),
      silent: gatewayErrors('timeout', 100),
      labels: { provider: 'openai' },
    },
    LLMGatewayRateLimitErrors: {
      firing: gatewayErrors('rate_limit_error', 3),
      silent: gatewayErrors('rate_limit_error', 1),
      labels: { provider: 'openai' },
    },
    LLMGatewayHighActiveRequests: {
      firing: {
        [`${GATEWAY}_active_requests{${OPENAI}}`]: '60x60',
        [`${GATEWAY}_active_requests{provider="local"}`]: '41x60',
      },
      silent: {
        [`${GATEWAY}_active_requests{${OPENAI}}`]: '60x60',
        [`${GATEWAY}_active_requests{provider="local"}`]: '40x60',
      },
      labels: {},
    },
    LLMGatewayRateLimitHits: {
      firing: { [`${GATEWAY}_rate_limit_hits_total{tenant="search",limit_type="tokens"}`]: '0+3x60' },
      silent: { [`${GATEWAY}_rate_limit_hits_total{tenant="search",limit_type="tokens"}`]: '0+1x60' },
      labels: { tenant: 'search', limit_type: 'tokens' },
    },
    LLMGatewayHighTokenUsage: {
      firing: { [`${GATEWAY}_tokens_total{type="input"}`]: '0+17000x120' },
      silent: { [`${GATEWAY}_tokens_total{type="input"}`]: '0+16000x120' },
      labels: {},
      at: '2h',
    },
    LLMGatewayLowTokenThroughput: {
      firing: throughput(9, '0+10x60'),
      // Slow once, and nothing is streamed any more.
      silent: throughput(9, '10x60'),
      labels: { model: 'gpt-4o', provider: 'openai' },
    },
    LLMGatewayLowCacheHitRate: {
      firing: lookUps(29),
      silent: lookUps(31),
      labels: {},
    },
  },
};
