import { failureRatio } from '../expressions/failureRatio.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-errors';
const topic = 'errors';

const NOT_COUNTED = 'Requests that were wrong, budgets and our own limits do not count.';

export const highErrorRate: AlertRule = {
  name: 'LLMGatewayHighErrorRate',
  uid: 'llm-gateway-high-error-rate',
  group,
  topic,
  severity: 'warning',
  expr: failureRatio({ by: ['cluster'], window: '5m' }),
  threshold: { is: 'above', value: 0.05, unit: 'ratio' },
  for: '5m',
  condition: `More than 5 % of all requests failed over 5 minutes. ${NOT_COUNTED}`,
  summary: 'LLM Gateway error rate is above 5 %',
  description:
    '{{ $value | humanizePercentage }} of the requests failed in the last 5 minutes, through no fault of the client.',
  noData: 'ok',
  seeds: [
    { seed: 'monitoring-setup', alert: 'LiteLLMHighErrorRate' },
    { seed: 'inference-gateway', alert: 'LLMGatewayHighErrorRate' },
  ],
  runbook: {
    means: 'One request in twenty fails although it was right, and retries and fallbacks did not save it.',
    checks: [
      'What kind of error, and which model? `topk(5, sum by (model, error_type) (rate(llm_gateway_requests_total{status="error"}[5m])))`, or the errors on the Overview page.',
      'Is it one provider? LLMGatewayProviderErrorRate or LLMGatewayProviderDown fires with its name; the dashboard “Provider details” shows it.',
      'Single requests with all their attempts: `GET /api/v1/requests?status=error&limit=20`.',
    ],
    causes: [
      'A provider fails, and its models have no fallback.',
      'All deployments of a model share one rate limit that is used up.',
      'A configuration that came into force a short while ago (`GET /api/v1/events?type=config_reloaded`).',
    ],
  },
};

export const criticalErrorRate: AlertRule = {
  name: 'LLMGatewayCriticalErrorRate',
  uid: 'llm-gateway-critical-error-rate',
  group,
  topic,
  severity: 'critical',
  expr: failureRatio({ by: ['cluster'], window: '5m' }),
  threshold: { is: 'above', value: 0.2, unit: 'ratio' },
  for: '2m',
  condition: `More than 20 % of all requests failed over 5 minutes. ${NOT_COUNTED}`,
  summary: 'LLM Gateway error rate is above 20 %',
  description:
    '{{ $value | humanizePercentage }} of the requests failed in the last 5 minutes, through no fault of the client.',
  noData: 'ok',
  seeds: [
    { seed: 'monitoring-setup', alert: 'LiteLLMCriticalErrorRate' },
    { seed: 'inference-gateway', alert: 'LLMGatewayCriticalErrorRate' },
  ],
  runbook: {
    means: 'An outage for many: at least every fifth request fails.',
    checks: [
      'Is a provider down? LLMGatewayProviderDown and LLMGatewayAllProvidersDown; `curl http://<gateway>/health` has the reasons.',
      'What kind of error? `topk(5, sum by (provider, error_type) (rate(llm_gateway_requests_total{status="error"}[5m])))`: `provider="none"` are failures that never reached a provider, so the gateway’s own.',
      'What changed in the minutes before? `GET /api/v1/events`, and the last deployment.',
    ],
    causes: [
      'An outage at the provider of the most used models; give them another deployment or a fallback.',
      'Our way out: DNS, proxy, certificates.',
      'The gateway refuses to serve what it cannot account for: the ledger’s database is down for too long (LLMGatewayStoreDown).',
      'More in flight than `server.max_in_flight` and the queue take: 503.',
    ],
  },
};

export const modelFailures: AlertRule = {
  name: 'LLMGatewayModelFailures',
  uid: 'llm-gateway-model-failures',
  group,
  topic,
  severity: 'warning',
  expr: failureRatio({ by: ['cluster', 'model'], window: '5m' }),
  threshold: { is: 'above', value: 0.1, unit: 'ratio' },
  for: '5m',
  condition: `More than 10 % of the requests for a model failed over 5 minutes. ${NOT_COUNTED}`,
  summary: 'More than 10 % of the requests for {{ $labels.model }} fail',
  description: '{{ $value | humanizePercentage }} of its requests failed in the last 5 minutes, fallbacks included.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMModelFailures' }],
  runbook: {
    means: 'Clients of one model get errors. Others may be well, so that the overall rate does not show it.',
    checks: [
      '`sum by (provider, error_type) (rate(llm_gateway_requests_total{model="<model>", status="error"}[5m]))`.',
      'Its deployments: `GET /api/v1/deployments`. Do any still get calls?',
      'A failed request with all attempts: `GET /api/v1/requests?model=<model>&status=error&limit=5`.',
    ],
    causes: [
      'Its only deployment fails, and it has no fallback.',
      'The provider withdrew or renamed the model.',
      'Its rate limit is far below the others’.',
    ],
  },
};

export const authFailures: AlertRule = {
  name: 'LLMGatewayAuthFailures',
  uid: 'llm-gateway-auth-failures',
  group,
  topic,
  severity: 'warning',
  expr: `sum by (cluster, reason) (increase(${native.authFailures.name}[5m]))`,
  threshold: { is: 'above', value: 50, unit: 'requests' },
  for: '2m',
  condition: 'More than 50 requests were refused at the door within 5 minutes for one reason.',
  summary: 'LLM Gateway turns many clients away: {{ $labels.reason }}',
  description: '{{ $value | humanize }} requests were refused in the last 5 minutes because of their key.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayAuthenticationErrors' }],
  runbook: {
    means:
      'Somebody calls with a key that is not valid: a client that was forgotten when its key was rotated, or someone who tries keys.',
    checks: [
      'The reason: `expired_key` is a date that passed, `invalid_key` a wrong secret, `address` a client from elsewhere, `key_store_unavailable` our database.',
      'From where? The access log of the proxy in front of the gateway has the addresses of answers with 401.',
      'Was a key revoked or rotated? `GET /api/v1/audit`, and `GET /api/v1/keys` for those that ended.',
    ],
    causes: [
      'A key was rotated and its grace period (`grace_seconds`) is over.',
      'A key expired (`expires_at`).',
      'A scan or an attack: block the address at the proxy.',
      'key_store_unavailable, jwks_unavailable: the database or the token issuer is down; clients get 503.',
    ],
  },
};
