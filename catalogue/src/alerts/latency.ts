import { requestDuration } from '../expressions/requestDuration.js';
import { timeToFirstToken } from '../expressions/timeToFirstToken.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-latency';
const topic = 'latency';
const BY_MODEL = ['cluster', 'model', 'provider'];

export const highLatencyP95: AlertRule = {
  name: 'LLMGatewayHighLatencyP95',
  uid: 'llm-gateway-high-latency-p95',
  group,
  topic,
  severity: 'warning',
  expr: requestDuration(0.95, { by: BY_MODEL, window: '5m' }),
  threshold: { is: 'above', value: 10, unit: 'seconds' },
  for: '10m',
  condition: 'The 95th percentile of the duration of successful requests of a model at a provider is above 10 s.',
  summary: '{{ $labels.model }} at {{ $labels.provider }} takes more than 10 s (p95)',
  description: 'One request in twenty takes longer than {{ $value | humanizeDuration }}.',
  noData: 'ok',
  seeds: [
    { seed: 'monitoring-setup', alert: 'LiteLLMHighLatency' },
    { seed: 'inference-gateway', alert: 'LLMGatewayHighLatencyP95' },
  ],
  runbook: {
    means:
      'Users wait. For long answers and reasoning models this can be normal: raise the threshold for those, or stream.',
    checks: [
      'Ours or theirs? The 95th percentile of `llm_gateway_overhead_seconds` and `llm_gateway_queue_seconds` is the gateway’s part; it is normally milliseconds.',
      'Longer answers or slower ones? Time to first token and time per output token on the dashboard “Provider details”; output tokens per request.',
      'Retries? `rate(llm_gateway_retries_total[5m])` by reason: each adds the time of a failed try.',
    ],
    causes: [
      'The provider is slow today; others for the same model may not be (`strategy: lowest-latency`).',
      'Prompts or answers became longer (a new prompt, no `max_tokens`).',
      'Retries and fallbacks of failing calls.',
      'Requests wait for a place (LLMGatewayQueueing).',
    ],
  },
};

export const highLatencyP99: AlertRule = {
  name: 'LLMGatewayHighLatencyP99',
  uid: 'llm-gateway-high-latency-p99',
  group,
  topic,
  severity: 'warning',
  expr: requestDuration(0.99, { by: BY_MODEL, window: '5m' }),
  threshold: { is: 'above', value: 30, unit: 'seconds' },
  for: '10m',
  condition: 'The 99th percentile of the duration of successful requests of a model at a provider is above 30 s.',
  summary: '{{ $labels.model }} at {{ $labels.provider }} takes more than 30 s (p99)',
  description: 'One request in a hundred takes longer than {{ $value | humanizeDuration }}.',
  noData: 'ok',
  seeds: [
    { seed: 'monitoring-guide', alert: 'LitellmHighP99Latency' },
    { seed: 'inference-gateway', alert: 'LLMGatewayHighLatencyP99' },
  ],
  runbook: {
    means:
      'A few requests take very long while most are well. Clients with a timeout of 30 s give up; what was generated until then is paid for.',
    checks: [
      'The slowest requests: `GET /api/v1/requests?model=<model>&min_duration_ms=30000&limit=20`, with their attempts and tokens.',
      'Did they retry or fall back? Several attempts in one request add up to the sum of their timeouts.',
      'How many clients gave up: `rate(llm_gateway_requests_total{status="aborted"}[5m])`.',
    ],
    causes: [
      'A first try that ran into its timeout (`timeouts.first_token_ms`), then a second one that worked.',
      'Very long answers without `max_tokens`.',
      'Overload at the provider.',
    ],
  },
};

export const highTimeToFirstToken: AlertRule = {
  name: 'LLMGatewayHighTTFT',
  uid: 'llm-gateway-high-ttft',
  group,
  topic,
  severity: 'warning',
  expr: timeToFirstToken(0.95, { by: BY_MODEL, window: '5m' }),
  threshold: { is: 'above', value: 5, unit: 'seconds' },
  for: '5m',
  condition: 'The 95th percentile of the time to the first token of streamed answers is above 5 s.',
  summary: 'First token of {{ $labels.model }} at {{ $labels.provider }} takes more than 5 s (p95)',
  description: 'One streamed answer in twenty begins after more than {{ $value | humanizeDuration }}.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayHighTTFT' }],
  runbook: {
    means: 'Users look at an empty screen for too long, even where the answer then comes fast.',
    checks: [
      'Long prompts? `llm_gateway_request_tokens` with `type="input"`: what has to be read first decides.',
      'Failed tries before the first token are in it: `rate(llm_gateway_retries_total{model="<model>"}[5m])`.',
      'The gateway’s own part: `llm_gateway_overhead_seconds`, `llm_gateway_queue_seconds`.',
    ],
    causes: [
      'Overload at the provider, or a cold start of a self-hosted model.',
      'Reasoning models think first: give them a threshold of their own.',
      'Longer prompts, or a provider-side prompt cache that is no longer hit.',
    ],
  },
};

export const lowTokenThroughput: AlertRule = {
  name: 'LLMGatewayLowTokenThroughput',
  uid: 'llm-gateway-low-token-throughput',
  group,
  topic,
  severity: 'warning',
  expr: `min by (${BY_MODEL.join(', ')}) (${native.tokensPerSecond.name}) and on (${BY_MODEL.join(', ')}) sum by (${BY_MODEL.join(', ')}) (rate(${native.timeToFirstToken.name}_count[10m])) > 0`,
  threshold: { is: 'below', value: 10, unit: 'tokensPerSecond' },
  for: '10m',
  condition:
    'Streamed answers of a model, of which there were some within 10 minutes, come at less than 10 tokens per second.',
  summary: '{{ $labels.model }} at {{ $labels.provider }} generates fewer than 10 tokens per second',
  description: 'After the first token, answers come at {{ $value | humanize }} tokens per second.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayLowTokenThroughput' }],
  runbook: {
    means: 'Answers trickle: slower than one reads. Connections stay open longer, so more of them are under way.',
    checks: [
      'Only this provider? Compare `llm_gateway_output_tokens_per_second` of the same model elsewhere.',
      'Time per output token over the day on the dashboard “Provider details”: a jump, or always so at this hour?',
      'Of a self-hosted model: GPU load and batch size of the server.',
    ],
    causes: [
      'Overload at the provider.',
      'A self-hosted server with too many requests in a batch (`max_concurrent` of the deployment bounds them).',
      'A client that reads slowly holds its own stream back, not others’.',
    ],
  },
};
