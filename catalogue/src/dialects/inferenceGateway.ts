import { native } from '../metrics/native.js';
import { type Dialect, view } from './view.js';

/** The families of the LLM Inference Gateway's dashboards and alerts. */
export const inferenceGatewayViews = {
  requests: view({
    name: 'llm_gateway_llm_gateway_requests_total',
    type: 'counter',
    help: 'Ended requests; status is success, error or aborted.',
    from: native.requests,
    labels: { model: 'model', provider: 'provider', status: 'status', streaming: 'streaming' },
  }),
  requestDuration: view({
    name: 'llm_gateway_llm_gateway_request_duration_seconds',
    type: 'histogram',
    help: 'From the request being read to the last byte of its answer, of requests that were answered.',
    from: native.requestDuration,
    where: { status: ['success'] },
    labels: { model: 'model', provider: 'provider', streaming: 'streaming' },
  }),
  tokens: view({
    name: 'llm_gateway_llm_gateway_tokens_total',
    type: 'counter',
    help: 'Tokens; type is input or output.',
    from: native.tokens,
    labels: { model: 'model', provider: 'provider', type: 'type' },
  }),
  activeRequests: view({
    name: 'llm_gateway_llm_gateway_active_requests',
    type: 'gauge',
    help: 'Calls to a provider under way.',
    from: native.activeRequests,
    labels: { provider: 'provider' },
  }),
  providerHealth: view({
    name: 'llm_gateway_llm_gateway_provider_health',
    type: 'gauge',
    help: 'Provider health: 1 healthy, 0 unhealthy.',
    from: native.providerHealth,
    labels: { provider: 'provider' },
    combine: 'min',
  }),
  errors: view({
    name: 'llm_gateway_llm_gateway_errors_total',
    type: 'counter',
    help: 'Calls to providers that failed, also where a retry or fallback was answered.',
    from: native.attempts,
    except: { outcome: ['success', 'aborted'] },
    labels: {
      provider: 'provider',
      error_type: { from: 'outcome', words: { provider_authentication_error: 'authentication_error' } },
    },
  }),
  breakerState: view({
    name: 'llm_gateway_llm_gateway_circuit_breaker_state',
    type: 'gauge',
    help: 'Circuit breaker: 0 closed, 1 open, 2 half open; of several deployments the highest.',
    from: native.breakerState,
    labels: { provider: 'provider' },
    combine: 'max',
  }),
  rateLimitHits: view({
    name: 'llm_gateway_llm_gateway_rate_limit_hits_total',
    type: 'counter',
    help: 'Requests that a limit refused; limit_type is requests, tokens or parallel.',
    from: native.refusals,
    where: { unit: ['requests', 'tokens', 'parallel'] },
    labels: { tenant: 'team', limit_type: 'unit' },
  }),
  cacheOperations: view({
    name: 'llm_gateway_llm_gateway_cache_operations_total',
    type: 'counter',
    help: 'Look-ups in the gateway’s cache; operation is get, result is hit or miss.',
    from: native.cacheRequests,
    where: { result: ['hit', 'miss'] },
    labels: { operation: { fixed: 'get' }, result: 'result' },
  }),
  timeToFirstToken: view({
    name: 'llm_gateway_llm_gateway_ttft_seconds',
    type: 'histogram',
    help: 'From the request being read to the first whole event of a streamed answer.',
    from: native.timeToFirstToken,
    labels: { model: 'model', provider: 'provider' },
  }),
  tokensPerSecond: view({
    name: 'llm_gateway_llm_gateway_tokens_per_second',
    type: 'gauge',
    help: 'Output tokens per second of streamed answers after their first token, smoothed.',
    from: native.tokensPerSecond,
    labels: { model: 'model', provider: 'provider' },
    combine: 'max',
  }),
} as const;

export const inferenceGateway: Dialect = {
  name: 'inference-gateway',
  none: 'none',
  views: Object.values(inferenceGatewayViews),
};
