import { cacheHitRatio } from '../expressions/cacheHitRatio.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-usage';

export const highTokenUsage: AlertRule = {
  name: 'LLMGatewayHighTokenUsage',
  uid: 'llm-gateway-high-token-usage',
  group,
  topic: 'usage',
  severity: 'info',
  expr: `sum by (cluster) (increase(${native.tokens.name}[1h]))`,
  threshold: { is: 'above', value: 1_000_000, unit: 'tokens' },
  for: '1m',
  condition: 'More than a million tokens, input and output, within an hour, over all gateways.',
  summary: 'More than a million tokens within an hour',
  description: '{{ $value | humanize }} tokens went through the gateway in the last hour.',
  noData: 'ok',
  seeds: [
    { seed: 'monitoring-setup', alert: 'LiteLLMTokenLimitApproaching' },
    { seed: 'inference-gateway', alert: 'LLMGatewayHighTokenUsage' },
  ],
  runbook: {
    means: 'Nothing is wrong with the gateway; the providers’ token limits, and the bill, come nearer than usual.',
    checks: [
      'Who? `topk(5, sum by (team, key, model) (increase(llm_gateway_tokens_total[1h])))`, or the dashboard “Tenant usage”.',
      'Input or output, and how much of the input is read from the provider’s cache? `llm_gateway_token_details_total`.',
      'How near are the limits? LLMGatewayRateLimitHeadroom, and the dashboard “Capacity planning”.',
    ],
    causes: [
      'A batch job, or long documents in the prompt.',
      'An agent in a loop, which sends its growing history each time.',
      'Growth: raise the threshold to what is usual for you.',
    ],
  },
};

export const lowCacheHitRate: AlertRule = {
  name: 'LLMGatewayLowCacheHitRate',
  uid: 'llm-gateway-low-cache-hit-rate',
  group,
  topic: 'cache',
  severity: 'info',
  expr: cacheHitRatio({ by: ['cluster'], window: '1h' }),
  threshold: { is: 'below', value: 0.3, unit: 'ratio' },
  for: '30m',
  condition: 'Less than 30 % of the requests that could be answered from the cache were, over an hour.',
  summary: 'Cache hit rate is below 30 %',
  description:
    '{{ $value | humanizePercentage }} of the requests that may be cached were answered from the cache in the last hour.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayLowCacheHitRate' }],
  runbook: {
    means:
      'The answer cache saves little. It does no harm, but what was hoped of it does not happen. Silent where no model has a cache.',
    checks: [
      'Which model? `sum by (model, result) (rate(llm_gateway_cache_requests_total[1h]))`; a bypass does not count as a miss.',
      'Are the requests alike at all? A time, a user’s name or a random id in the prompt makes each one different.',
      'How long are answers kept (`ttl` of the cache), and does the cache throw out what does not fit?',
    ],
    causes: [
      'Prompts that are never the same twice: put what changes at the end, or leave the cache off for this model.',
      'A time to live that is too short.',
      'A restart or a flush emptied it.',
    ],
  },
};
