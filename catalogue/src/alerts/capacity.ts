import { requestRate } from '../expressions/requestRate.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-capacity';
const topic = 'capacity';

export const highRequestRate: AlertRule = {
  name: 'LLMGatewayHighRequestRate',
  uid: 'llm-gateway-high-request-rate',
  group,
  topic,
  severity: 'warning',
  expr: requestRate({ by: ['cluster'], window: '5m' }),
  threshold: { is: 'above', value: 100, unit: 'requestsPerSecond' },
  for: '10m',
  condition: 'More than 100 requests per second, over all gateways.',
  summary: 'LLM Gateway gets more than 100 requests per second',
  description: '{{ $value | humanize }} requests per second for 10 minutes: success, or abuse.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMHighRequestRate' }],
  runbook: {
    means:
      'Much more traffic than usual. The gateway takes it (thousands a second); the question is who sends it, and who pays.',
    checks: [
      'Whose key? `topk(5, sum by (team, key) (rate(llm_gateway_requests_total[5m])))`, or the dashboard “Tenant usage”.',
      'Do the requests fail? A client that retries without pause makes its own traffic: `sum by (key, code) (rate(llm_gateway_requests_total{status="error"}[5m]))`.',
      'What does it cost? `sum(rate(llm_gateway_cost_usd_total[5m])) * 3600` is dollars per hour.',
    ],
    causes: [
      'A batch job or a load test.',
      'A loop in a client, or retries without backoff.',
      'A leaked key: revoke it (`POST /api/v1/keys/<name>/revoke`).',
      'Growth: raise the threshold.',
    ],
  },
};

export const highActiveRequests: AlertRule = {
  name: 'LLMGatewayHighActiveRequests',
  uid: 'llm-gateway-high-active-requests',
  group,
  topic,
  severity: 'warning',
  expr: native.activeRequests.name,
  threshold: { is: 'above', value: 400, unit: 'calls' },
  for: '5m',
  condition: 'More than 400 calls to one provider are under way at one gateway (`max_connections` is 512 by default).',
  summary: '{{ $labels.instance }} has more than 400 calls to {{ $labels.provider }} under way',
  description: '{{ $value }} calls are under way; past max_connections of the provider they wait for each other.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayHighActiveRequests' }],
  runbook: {
    means:
      'Connections to a provider run out. Soon requests wait inside the gateway, and latency rises for all that use it.',
    checks: [
      'More requests or slower ones? `sum(rate(llm_gateway_requests_total{provider="<name>"}[5m]))` beside the latency on “Provider details”.',
      'Does it spread over the replicas? `sum by (instance) (llm_gateway_active_requests)`.',
      'Does anything wait? `llm_gateway_queued_requests`, `llm_gateway_queue_seconds`.',
    ],
    causes: [
      'The provider became slow; the same traffic keeps more calls open.',
      'A peak: add replicas, or raise `max_connections` of the provider.',
      'Clients that open streams and do not read them.',
    ],
  },
};

export const queueing: AlertRule = {
  name: 'LLMGatewayQueueing',
  uid: 'llm-gateway-queueing',
  group,
  topic,
  severity: 'warning',
  expr: native.queuedRequests.name,
  threshold: { is: 'above', value: 0, unit: 'requests' },
  for: '5m',
  condition: 'Requests wait for a deployment at its limit of concurrent calls, without a break.',
  summary: 'Requests wait at LLM Gateway {{ $labels.instance }}',
  description: '{{ $value }} requests wait; each gives up with 503 after routing.queue_timeout_ms.',
  noData: 'ok',
  runbook: {
    means: 'All deployments of a model are at their `max_concurrent`. Requests wait, then get 503 with Retry-After.',
    checks: [
      'Which model? `histogram_quantile(0.95, sum by (le, model) (rate(llm_gateway_queue_seconds_bucket[5m])))`.',
      '`GET /api/v1/deployments`: which of its deployments are busy, and which are out for another reason.',
      'Whose traffic? `topk(5, sum by (key) (rate(llm_gateway_requests_total{model="<model>"}[5m])))`.',
    ],
    causes: [
      'A deployment is out, and the rest is too small for the load.',
      '`max_concurrent` is lower than the server can do.',
      'The model became slow.',
    ],
  },
};

export const rateLimitHits: AlertRule = {
  name: 'LLMGatewayRateLimitHits',
  uid: 'llm-gateway-rate-limit-hits',
  group,
  topic,
  severity: 'info',
  expr: `sum by (cluster, team, unit) (increase(${native.refusals.name}{unit!="usd"}[5m]))`,
  threshold: { is: 'above', value: 10, unit: 'requests' },
  for: '5m',
  condition: 'Our own limits refused a team more than 10 requests within 5 minutes.',
  summary: 'Team {{ $labels.team }} runs into its limits ({{ $labels.unit }})',
  description: '{{ $value | humanize }} of its requests were refused with 429 in the last 5 minutes.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayRateLimitHits' }],
  runbook: {
    means:
      'A limit does what it is for. If the team did not expect it, it is too small, or one of its clients does too much.',
    checks: [
      'Which limit? `sum by (rule, unit) (increase(llm_gateway_refusals_total{team="<team>"}[5m]))`.',
      'How near is it all the time? `llm_gateway_limit_used / llm_gateway_limit_allowed`.',
      'Which key? `GET /api/v1/requests?team=<team>&code=429&limit=20`.',
    ],
    causes: ['A batch job with a key meant for users.', 'Growth: raise the limit.', 'A client that retries at once.'],
  },
};

export const limitNearlyUsed: AlertRule = {
  name: 'LLMGatewayLimitNearlyUsed',
  uid: 'llm-gateway-limit-nearly-used',
  group,
  topic,
  severity: 'info',
  expr: `max by (cluster, limit, kind, subject, unit) (${native.limitUsed.name} / (${native.limitAllowed.name} > 0))`,
  threshold: { is: 'above', value: 0.8, unit: 'ratio' },
  for: '2m',
  condition: 'More than 80 % of a limit are used.',
  summary: 'Limit {{ $labels.limit }} of {{ $labels.kind }} {{ $labels.subject }} is nearly used ({{ $labels.unit }})',
  description: '{{ $value | humanizePercentage }} of it are used; past it requests are refused with 429.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-guide', alert: 'LitellmRateLimitHeadroom' }],
  runbook: {
    means: 'Less than a fifth of one of our own limits is free: the next peak of this subject is refused with 429.',
    checks: [
      'Over the last hours: `llm_gateway_limit_used{limit="<limit>"} / llm_gateway_limit_allowed{limit="<limit>"}`, or the dashboard “Capacity planning”.',
      'What uses it? `GET /api/v1/usage?group_by=key,model` filtered on the subject.',
      'Is anything refused already? LLMGatewayRateLimitHits.',
    ],
    causes: ['Growth.', 'A batch job.', 'A limit set by guess: compare with the usual use.'],
  },
};
