import { inferenceGatewayViews } from '../../dialects/inferenceGateway.js';
import type { AlertPack } from './pack.js';

const views = inferenceGatewayViews;

const all = `sum(rate(${views.requests.name}[5m]))`;
const errorRatio = `sum(rate(${views.requests.name}{status="error"}[5m])) / ${all}`;
const lookUps = `sum(rate(${views.cacheOperations.name}{operation="get"}[15m]))`;
// Without any hit there is no series of hits.
const hits = `(sum(rate(${views.cacheOperations.name}{operation="get",result="hit"}[15m])) or 0 * ${lookUps})`;

function quantile(of: { readonly name: string }, quantileOf: number): string {
  return `histogram_quantile(${quantileOf}, sum by (le, provider) (rate(${of.name}_bucket[5m])))`;
}

/** Errors of a provider in five minutes. */
function failures(type: string): string {
  return `sum by (provider) (increase(${views.errors.name}{error_type="${type}"}[5m]))`;
}

/** The alerts of the LLM Inference Gateway. Its document gives most thresholds, and no durations or severities. */
export const inferenceGatewayPack: AlertPack = {
  name: 'llm-inference-gateway',
  about: [
    'The alerts of the LLM Inference Gateway under its own names. Its document has no durations and severities, nor',
    'the thresholds of active requests, limits, tokens and their rate: those are ours.',
    'Needs, of our gateway: metrics.dialects with inference-gateway.',
  ],
  groups: [
    {
      name: 'llm_gateway_availability',
      alerts: [
        {
          name: 'LLMGatewayProviderUnhealthy',
          severity: 'warning',
          expr: `min by (provider) (${views.providerHealth.name}) == 0`,
          for: '2m',
          summary: 'Provider {{ $labels.provider }} is unhealthy',
          description: 'Calls to it, or its health check, have failed for 2 minutes.',
        },
        {
          name: 'LLMGatewayAllProvidersUnhealthy',
          severity: 'critical',
          expr: `max(${views.providerHealth.name}) == 0`,
          for: '1m',
          summary: 'No provider is healthy',
          description: 'No request can be answered.',
        },
        {
          name: 'LLMGatewayCircuitBreakerOpen',
          severity: 'warning',
          expr: `max by (provider) (${views.breakerState.name} == 1) == 1`,
          for: '1m',
          summary: 'The circuit breaker of {{ $labels.provider }} is open',
          description: 'It has failed too often and gets no calls until one that is tried goes well.',
        },
      ],
    },
    {
      name: 'llm_gateway_latency',
      alerts: [
        {
          name: 'LLMGatewayHighLatencyP95',
          severity: 'warning',
          expr: `${quantile(views.requestDuration, 0.95)} > 10`,
          for: '5m',
          summary: 'Requests to {{ $labels.provider }} are slow: p95 above 10 s',
          description: 'One in twenty has taken more than 10 seconds for 5 minutes.',
        },
        {
          name: 'LLMGatewayHighLatencyP99',
          severity: 'warning',
          expr: `${quantile(views.requestDuration, 0.99)} > 30`,
          for: '5m',
          summary: 'Requests to {{ $labels.provider }} are slow: p99 above 30 s',
          description: 'One in a hundred has taken more than 30 seconds for 5 minutes.',
        },
        {
          name: 'LLMGatewayHighTTFT',
          severity: 'warning',
          expr: `${quantile(views.timeToFirstToken, 0.95)} > 5`,
          for: '5m',
          summary: 'The first token of {{ $labels.provider }} comes late: p95 above 5 s',
          description: 'One stream in twenty has begun after more than 5 seconds for 5 minutes.',
        },
      ],
    },
    {
      name: 'llm_gateway_errors',
      alerts: [
        {
          name: 'LLMGatewayHighErrorRate',
          severity: 'warning',
          expr: `${errorRatio} > 0.05`,
          for: '5m',
          summary: 'More than 5 % of requests fail',
          description: 'It has been so for 5 minutes.',
        },
        {
          name: 'LLMGatewayCriticalErrorRate',
          severity: 'critical',
          expr: `${errorRatio} > 0.2`,
          for: '2m',
          summary: 'More than 20 % of requests fail',
          description: 'It has been so for 2 minutes.',
        },
        {
          name: 'LLMGatewayAuthenticationErrors',
          severity: 'warning',
          expr: `${failures('authentication_error')} > 0`,
          for: '1m',
          summary: '{{ $labels.provider }} refuses our credential',
          description: 'The key has ended, was revoked, or may not use the model.',
        },
        {
          name: 'LLMGatewayRateLimitErrors',
          severity: 'warning',
          expr: `${failures('rate_limit_error')} > 10`,
          for: '5m',
          summary: '{{ $labels.provider }} limits our rate',
          description: 'It has refused more than 10 calls in 5 minutes, for 5 minutes.',
        },
      ],
    },
    {
      name: 'llm_gateway_capacity',
      alerts: [
        {
          name: 'LLMGatewayHighActiveRequests',
          severity: 'warning',
          expr: `sum(${views.activeRequests.name}) > 100`,
          for: '5m',
          summary: 'More than 100 requests are running at once',
          description: 'It has been so for 5 minutes: providers are slow, or there is more to do than usual.',
        },
        {
          name: 'LLMGatewayRateLimitHits',
          severity: 'warning',
          expr: `sum by (tenant, limit_type) (increase(${views.rateLimitHits.name}[5m])) > 10`,
          for: '5m',
          summary: '{{ $labels.tenant }} runs into its limit of {{ $labels.limit_type }}',
          description: 'More than 10 requests in 5 minutes were refused, for 5 minutes.',
        },
      ],
    },
    {
      name: 'llm_gateway_tokens',
      alerts: [
        {
          name: 'LLMGatewayHighTokenUsage',
          severity: 'info',
          expr: `sum(increase(${views.tokens.name}[1h])) > 1000000`,
          for: '5m',
          summary: 'More than a million tokens used in an hour',
          description: 'See who uses them, and what they cost.',
        },
        {
          name: 'LLMGatewayLowTokenThroughput',
          severity: 'warning',
          // The gauge keeps its last value while nothing is streamed.
          expr: `min by (model, provider) (${views.tokensPerSecond.name}) < 10 and sum by (model, provider) (rate(${views.timeToFirstToken.name}_count[5m])) > 0`,
          for: '10m',
          summary: '{{ $labels.model }} of {{ $labels.provider }} is slow: below 10 tokens per second',
          description: 'Its streams have been slower than people read for 10 minutes.',
        },
      ],
    },
    {
      name: 'llm_gateway_cache',
      alerts: [
        {
          name: 'LLMGatewayLowCacheHitRate',
          severity: 'info',
          expr: `${hits} / ${lookUps} < 0.3`,
          for: '15m',
          summary: 'Fewer than 30 % of look-ups in the cache are hits',
          description: 'Answers may be kept for too short a time, or requests differ too much.',
        },
      ],
    },
  ],
};
