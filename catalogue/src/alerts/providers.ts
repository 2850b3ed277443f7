import { occurrences } from '../expressions/occurrences.js';
import { providerFailureRatio } from '../expressions/providerFailureRatio.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-providers';
const topic = 'provider';

export const allProvidersDown: AlertRule = {
  name: 'LLMGatewayAllProvidersDown',
  uid: 'llm-gateway-all-providers-down',
  group,
  topic,
  severity: 'critical',
  expr: `max without (provider) (${native.providerHealth.name})`,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '1m',
  condition: 'Of all providers that a gateway knows the state of, none is healthy.',
  summary: 'LLM Gateway {{ $labels.instance }} has no healthy provider left',
  description: 'The last call to each provider, or its last health check, failed. Requests fail, fallbacks too.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayAllProvidersUnhealthy' }],
  runbook: {
    means:
      'No request can be answered. When several providers fail at once, the cause is nearly always on our side: the way out, DNS, certificates, or the clock.',
    checks: [
      '`curl http://<gateway>/health`: the reason that each provider fails with. The same reason for all points at this side.',
      'From the gateway’s machine: `curl -sv https://api.openai.com/v1/models` (401 is a good answer). Look at name resolution, the TLS handshake and the proxy.',
      'Did something change? `GET /api/v1/events` (config_reloaded, credential_refused) and the last deployment.',
    ],
    causes: [
      'The network or the proxy out of the cluster, or a firewall rule.',
      'DNS does not resolve.',
      'Only one provider is configured, and it is down: see LLMGatewayProviderUnhealthy.',
      'All keys were rotated, and the gateway still has the old ones.',
    ],
  },
};

export const providerUnhealthy: AlertRule = {
  name: 'LLMGatewayProviderUnhealthy',
  uid: 'llm-gateway-provider-unhealthy',
  group,
  topic,
  severity: 'warning',
  expr: native.providerHealth.name,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '1m',
  condition: 'The last call to a provider, or its last health check, failed.',
  summary: 'Provider {{ $labels.provider }} is unhealthy at LLM Gateway {{ $labels.instance }}',
  description:
    'Nothing of it has succeeded for a minute. Models with another deployment or a fallback go on; those without fail.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayProviderUnhealthy' }],
  runbook: {
    means:
      'A provider fails, as seen from one gateway. Requests move on to other deployments and fallbacks, which costs time and perhaps money; models that have neither fail.',
    checks: [
      '`curl http://<gateway>/health`: the reason and since when. `POST /api/v1/providers/<name>/test` asks it now.',
      'The provider’s status page, and the dashboard “Provider details”: all of its models, or one?',
      'Do the models of this provider have somewhere to go? `GET /api/v1/deployments` shows what takes their place.',
    ],
    causes: [
      'An outage at the provider.',
      'A refused credential (LLMGatewayCredentialRefused fires too) or a certificate (LLMGatewayCertificateFailing).',
      'A self-hosted server (vLLM, Ollama) that is restarting or out of GPU memory.',
      'Timeouts that are too short for a slow model (`timeouts.first_token_ms`, `timeouts.total_ms`).',
    ],
  },
};

export const providerDown: AlertRule = {
  name: 'LLMGatewayProviderDown',
  uid: 'llm-gateway-provider-down',
  group,
  topic,
  severity: 'critical',
  expr: providerFailureRatio({ by: ['cluster', 'provider'], window: '5m' }),
  threshold: { is: 'above', value: 0.9, unit: 'ratio' },
  for: '5m',
  condition: 'More than 90 % of the calls to a provider failed over 5 minutes, over all gateways.',
  summary: 'Provider {{ $labels.provider }} is down',
  description: '{{ $value | humanizePercentage }} of the calls to it failed through it in the last 5 minutes.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMGroqProviderDown' }],
  runbook: {
    means:
      'A provider is as good as gone, for traffic that is really there: its models live on other deployments and fallbacks, or not at all.',
    checks: [
      'Which errors? `sum by (outcome, code) (rate(llm_gateway_attempts_total{provider="<name>"}[5m]))`, or the error breakdown of the dashboard “Provider details”.',
      'Do clients feel it? LLMGatewayHighErrorRate and LLMGatewayModelFailures fire if fallbacks do not help; look at `llm_gateway_fallbacks_total` for whether they answer.',
      'Its status page. If it takes longer: disable it (the app’s Configuration, `PATCH /api/v1/providers/<name>` with `{"enabled": false}`, or `enabled: false` in the file; no request is lost), and give models that it alone answers another deployment.',
    ],
    causes: [
      'An outage at the provider.',
      'Its rate limit is used up: nearly every call gets 429 (LLMGatewayProviderRateLimited fires too).',
      'The credential expired or was revoked.',
      'A model that was withdrawn: its name is no longer known there.',
    ],
  },
};

export const providerErrorRate: AlertRule = {
  name: 'LLMGatewayProviderErrorRate',
  uid: 'llm-gateway-provider-error-rate',
  group,
  topic,
  severity: 'warning',
  expr: providerFailureRatio({ by: ['cluster', 'provider'], window: '5m' }),
  threshold: { is: 'above', value: 0.05, unit: 'ratio' },
  for: '5m',
  condition: 'More than 5 % of the calls to a provider failed over 5 minutes, rate limits included.',
  summary: 'Error rate above 5 % for provider {{ $labels.provider }}',
  description:
    '{{ $value | humanizePercentage }} of the calls to it failed in the last 5 minutes; retries and fallbacks may have hidden it from clients.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-guide', alert: 'LitellmHighErrorRate' }],
  runbook: {
    means:
      'A provider gets worse. Retries and fallbacks still save most requests, so this is the early sign: clients see longer waits first, errors later.',
    checks: [
      'Which errors? `sum by (outcome) (rate(llm_gateway_attempts_total{provider="<name>"}[5m]))`.',
      'One model or all: the dashboard “Provider details”, split by deployment.',
      'How much is retried? `rate(llm_gateway_retries_total{provider="<name>"}[5m])`; what retries cost is in the latency of its models.',
    ],
    causes: [
      'rate_limit_error: traffic has outgrown the limit; move a share of it to another deployment, or ask for a higher limit.',
      'timeout: the provider is slow today, or prompts have become longer.',
      'upstream_error, connection_error: an outage that begins or ends.',
    ],
  },
};

export const providerRateLimited: AlertRule = {
  name: 'LLMGatewayProviderRateLimited',
  uid: 'llm-gateway-provider-rate-limited',
  group,
  topic,
  severity: 'warning',
  expr: `sum by (cluster, provider) (increase(${native.attempts.name}{outcome="rate_limit_error"}[5m]))`,
  threshold: { is: 'above', value: 10, unit: 'calls' },
  for: '1m',
  condition: 'A provider refused more than 10 calls within 5 minutes for its rate limit.',
  summary: 'Provider {{ $labels.provider }} limits our rate',
  description: 'It refused {{ $value | humanize }} calls with 429 in the last 5 minutes.',
  noData: 'ok',
  seeds: [
    { seed: 'monitoring-setup', alert: 'LiteLLMProviderRateLimited' },
    { seed: 'inference-gateway', alert: 'LLMGatewayRateLimitErrors' },
  ],
  runbook: {
    means:
      'We ask a provider for more than it allows. The gateway pauses the deployment for its Retry-After and moves on to others; with nowhere to go, clients get 429.',
    checks: [
      'Requests or tokens? `llm_gateway_provider_limit_remaining` beside `llm_gateway_provider_limit`, by `kind`.',
      'Who uses it? `GET /api/v1/usage?group_by=key,model` of the last hour, or the dashboard “Tenant usage”.',
      'Do the models have other deployments, and does the strategy spread the load (`strategy: most-headroom` or `weighted`)?',
    ],
    causes: [
      'More traffic than the provider’s tier allows.',
      'One client without a limit (`limits: [{ key: "*", requests_per_minute: … }]`).',
      'Retries of clients on top of ours.',
      'The same account is used elsewhere, too.',
    ],
  },
};

export const rateLimitHeadroom: AlertRule = {
  name: 'LLMGatewayRateLimitHeadroom',
  uid: 'llm-gateway-rate-limit-headroom',
  group,
  topic,
  severity: 'warning',
  expr: `${native.reportedLimitRemaining.name} / (${native.reportedLimit.name} > 0)`,
  threshold: { is: 'below', value: 0.2, unit: 'ratio' },
  for: '2m',
  condition: 'Of a rate limit, as the provider reports it, less than 20 % are left.',
  summary: 'Rate limit headroom of {{ $labels.deployment }} is below 20 % ({{ $labels.kind }})',
  description: '{{ $value | humanizePercentage }} of the limit are left, as the provider last reported it.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-guide', alert: 'LitellmRateLimitHeadroom' }],
  runbook: {
    means: 'The next peak will be refused with 429. Nothing is wrong yet.',
    checks: [
      'Requests or tokens (`kind`), and how fast it shrinks: `llm_gateway_provider_limit_remaining` over the last hour; the dashboard “Capacity planning” has the forecast.',
      'Who uses it? `GET /api/v1/usage?group_by=key,model`, or the dashboard “Tenant usage”.',
      'Is the figure fresh? It is what the last answer reported: without traffic it stays.',
    ],
    causes: [
      'Traffic has grown: ask for a higher limit, or add a deployment at another provider.',
      'A batch job at the same time as users: give its key a limit of its own.',
      'A provider that reports a limit per second while we look at minutes.',
    ],
  },
};

export const credentialRefused: AlertRule = {
  name: 'LLMGatewayCredentialRefused',
  uid: 'llm-gateway-credential-refused',
  group,
  topic,
  severity: 'critical',
  expr: `max by (cluster, provider) (${native.credentialRefused.name})`,
  threshold: { is: 'above', value: 0, unit: 'state' },
  for: '30s',
  condition: 'A provider refuses our credential (401, 403) or says that its quota is used up (402).',
  summary: 'Provider {{ $labels.provider }} refuses our credential',
  description:
    'It gets no calls for routing.credential_retry_ms after each refusal. This does not mend itself: a key has to be renewed or a bill paid.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayAuthenticationErrors' }],
  runbook: {
    means:
      'All models of this provider are out until somebody acts. The gateway asks again once a minute; in between their requests go to other deployments, or fail.',
    checks: [
      '`POST /api/v1/providers/<name>/test` says what the provider answers. `GET /api/v1/events?type=credential_refused` says since when.',
      'The provider’s console: is the key there, not expired, of the right project, and is the account paid?',
      'Does the gateway have the key that you think? `GET /api/v1/providers/<name>` shows where it is from and its last characters; of the file’s, look at the environment variable.',
    ],
    causes: [
      'The key was rotated or revoked at the provider. Put the new one in by `PUT /api/v1/providers/<name>`, or in the environment and restart.',
      'Quota or prepaid credit is used up.',
      'An IP allow list or a model permission at the provider.',
      'The environment variable is empty or has a line break at its end.',
    ],
  },
};

export const certificateFailing: AlertRule = {
  name: 'LLMGatewayCertificateFailing',
  uid: 'llm-gateway-certificate-failing',
  group,
  topic,
  severity: 'critical',
  expr: occurrences(native.attempts, {
    by: ['cluster', 'provider'],
    matchers: { outcome: 'certificate_error' },
    window: '5m',
  }),
  threshold: { is: 'above', value: 0, unit: 'calls' },
  for: '1m',
  condition: 'A call to a provider failed within the last 5 minutes because its TLS certificate was not accepted.',
  summary: 'The TLS certificate of provider {{ $labels.provider }} is not accepted',
  description: 'It is expired, for another name, or of an authority that this machine does not know. No data was sent.',
  noData: 'ok',
  runbook: {
    means:
      'The gateway does not talk to a provider whose certificate it cannot check; it sends neither key nor prompt. Requests go elsewhere, or fail.',
    checks: [
      '`openssl s_client -connect <host>:443 -servername <host> </dev/null | openssl x509 -noout -dates -issuer -subject` from the gateway’s machine.',
      '`POST /api/v1/providers/<name>/test` names the fault: CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID, SELF_SIGNED_CERT_IN_CHAIN …',
      'Is the clock right? `date -u` in the container.',
    ],
    causes: [
      'A self-hosted server whose certificate was not renewed.',
      'A company proxy that signs with its own authority: give Node.js its certificate by `NODE_EXTRA_CA_CERTS`.',
      '`base_url` names the server by an address or name that is not in the certificate.',
      'A wrong clock.',
    ],
  },
};

export const breakerOpen: AlertRule = {
  name: 'LLMGatewayCircuitBreakerOpen',
  uid: 'llm-gateway-circuit-breaker-open',
  group,
  topic,
  severity: 'warning',
  expr: `max by (cluster, provider, deployment) (${native.breakerState.name} == bool 1)`,
  threshold: { is: 'above', value: 0, unit: 'state' },
  for: '30s',
  condition: 'The circuit breaker of a deployment is open.',
  summary: 'Circuit breaker of {{ $labels.deployment }} is open',
  description: 'It failed so often that it gets no calls for a while; then one is tried.',
  noData: 'ok',
  seeds: [{ seed: 'inference-gateway', alert: 'LLMGatewayCircuitBreakerOpen' }],
  runbook: {
    means:
      'One model at one provider fails. Others take its place at once, without waiting for it; a model with no other deployment and no fallback gets 503.',
    checks: [
      'Why? `sum by (outcome, code) (rate(llm_gateway_attempts_total{deployment="<deployment>"}[5m]))`, or `GET /api/v1/deployments`.',
      'Does it come and go? `changes(llm_gateway_circuit_breaker_state{deployment="<deployment>"}[1h])`.',
      'Is it the provider as a whole (LLMGatewayProviderUnhealthy, LLMGatewayProviderDown)?',
    ],
    causes: [
      'The model is overloaded or withdrawn at the provider.',
      'Its answers take longer than `timeouts.first_token_ms` or `timeouts.total_ms` allow.',
      '`routing.breaker` is too strict for little traffic.',
    ],
  },
};

export const deploymentUnhealthy: AlertRule = {
  name: 'LLMGatewayDeploymentUnhealthy',
  uid: 'llm-gateway-deployment-unhealthy',
  group,
  topic,
  severity: 'warning',
  expr: `min by (cluster, provider, deployment) (${native.deploymentHealth.name})`,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '5m',
  condition: 'A deployment gets no calls: breaker, pause or credential.',
  summary: 'Deployment {{ $labels.deployment }} gets no calls',
  description: 'For 5 minutes it has been left out of routing.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMUnhealthy' }],
  runbook: {
    means:
      'A model runs on fewer legs than was planned. LiteLLM’s health check calls each deployment; ours says whether a deployment may be called.',
    checks: [
      '`GET /api/v1/deployments` or `curl http://<gateway>/health`: what holds it back, and until when.',
      'What else of its provider is held back: LLMGatewayCredentialRefused, LLMGatewayProviderRateLimited, LLMGatewayCircuitBreakerOpen.',
      '`POST /api/v1/providers/<name>/test?model=<model>` makes one real call.',
    ],
    causes: [
      'A refused credential.',
      'A long Retry-After of the provider.',
      'A circuit breaker that opens again at each try.',
    ],
  },
};

export const fallbackFailing: AlertRule = {
  name: 'LLMGatewayFallbackFailing',
  uid: 'llm-gateway-fallback-failing',
  group,
  topic,
  severity: 'warning',
  expr: fallbackFailureRatio('10m'),
  threshold: { is: 'above', value: 0.5, unit: 'ratio' },
  for: '5m',
  condition: 'More than half of the requests that fell back to a model were not answered by it either.',
  summary: 'Fallback from {{ $labels.from_model }} to {{ $labels.to_model }} fails',
  description: '{{ $value | humanizePercentage }} of the requests that fell back to it failed in the last 10 minutes.',
  noData: 'ok',
  runbook: {
    means: 'A fallback that fails is worse than none: clients wait twice and get an error all the same.',
    checks: [
      'Why does the second model fail? `sum by (outcome) (rate(llm_gateway_attempts_total{model="<from_model>"}[10m]))`; attempts are counted under the model the client asked for.',
      'Do both models hang on the same provider or region? `GET /api/v1/models`.',
      'Does the second model take what the first one does (context length, tools, images)?',
    ],
    causes: [
      'Both models are at the provider that is down.',
      'The fallback’s rate limit is too small for the first model’s traffic.',
      'Requests that no model answers, e.g. a context that is too long for both.',
    ],
  },
};

function fallbackFailureRatio(window: string): string {
  const sum = 'sum by (cluster, from_model, to_model)';
  const { name } = native.fallbacks;
  const failed = `${sum} (rate(${name}{success="false"}[${window}]))`;
  return `${failed} / (${sum} (rate(${name}[${window}])) > 0)`;
}
