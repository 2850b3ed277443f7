import { type AlertCase, growing, steady } from './alertCase.js';

const HEALTH = 'llm_gateway_provider_health';
const ATTEMPTS = 'llm_gateway_attempts_total';
const call = (outcome: string, provider = 'groq') =>
  `${ATTEMPTS}{instance="gw",model="m",provider="${provider}",deployment="${provider}/m",outcome="${outcome}",code="none"}`;
const fallback = (success: boolean) =>
  `llm_gateway_fallbacks_total{instance="gw",from_model="a",to_model="b",success="${success}"}`;
const limit = (name: string) =>
  `llm_gateway_provider_limit${name}{instance="gw",provider="openai",deployment="openai/m",kind="tokens"}`;

export const providerCases: readonly AlertCase[] = [
  {
    alert: 'LLMGatewayAllProvidersDown',
    fires: {
      series: {
        [`${HEALTH}{instance="gw",provider="a"}`]: steady(0),
        [`${HEALTH}{instance="gw",provider="b"}`]: '1x3 0x20',
      },
      at: '6m',
      labels: { instance: 'gw' },
    },
    silent: {
      series: {
        [`${HEALTH}{instance="gw",provider="a"}`]: steady(0),
        [`${HEALTH}{instance="gw",provider="b"}`]: steady(1),
      },
      at: '6m',
    },
  },
  {
    alert: 'LLMGatewayProviderUnhealthy',
    fires: {
      series: {
        [`${HEALTH}{instance="gw",provider="a"}`]: steady(0),
        [`${HEALTH}{instance="gw",provider="b"}`]: steady(1),
      },
      at: '3m',
      labels: { instance: 'gw', provider: 'a' },
    },
    // One failed call among good ones.
    silent: { series: { [`${HEALTH}{instance="gw",provider="a"}`]: '1 0 1x20' }, at: '2m' },
  },
  {
    alert: 'LLMGatewayProviderDown',
    fires: {
      series: { [call('timeout')]: growing(60), [call('success')]: growing(1) },
      at: '10m',
      labels: { provider: 'groq' },
    },
    // All calls fail, but through the requests: nothing is wrong with the provider.
    silent: { series: { [call('invalid_request_error')]: growing(60), [call('success')]: growing(1) }, at: '10m' },
  },
  {
    alert: 'LLMGatewayProviderErrorRate',
    fires: {
      series: { [call('rate_limit_error')]: growing(6), [call('success')]: growing(94) },
      at: '10m',
      labels: { provider: 'groq' },
    },
    silent: { series: { [call('rate_limit_error')]: growing(5), [call('success')]: growing(95) }, at: '10m' },
  },
  {
    alert: 'LLMGatewayProviderRateLimited',
    fires: { series: { [call('rate_limit_error')]: growing(3) }, at: '10m', labels: { provider: 'groq' } },
    silent: { series: { [call('rate_limit_error')]: growing(2) }, at: '10m' },
  },
  {
    alert: 'LLMGatewayRateLimitHeadroom',
    fires: {
      series: { [limit('_remaining')]: steady(19), [limit('')]: steady(100) },
      at: '3m',
      labels: { instance: 'gw', provider: 'openai', deployment: 'openai/m', kind: 'tokens' },
    },
    silent: { series: { [limit('_remaining')]: steady(20), [limit('')]: steady(100) }, at: '3m' },
  },
  {
    alert: 'LLMGatewayCredentialRefused',
    fires: {
      series: { 'llm_gateway_provider_credential_refused{instance="gw",provider="openai"}': steady(1) },
      at: '2m',
      labels: { provider: 'openai' },
    },
    silent: {
      series: { 'llm_gateway_provider_credential_refused{instance="gw",provider="openai"}': steady(0) },
      at: '2m',
    },
  },
  {
    alert: 'LLMGatewayCertificateFailing',
    // The series appears with the first failure.
    fires: { series: { [call('certificate_error')]: '_x8 1x4' }, at: '11m', labels: { provider: 'groq' } },
    silent: { series: { [call('connection_error')]: growing(10) }, at: '11m' },
  },
  {
    alert: 'LLMGatewayCircuitBreakerOpen',
    fires: {
      series: {
        'llm_gateway_circuit_breaker_state{instance="one",provider="a",deployment="a/m"}': steady(0),
        'llm_gateway_circuit_breaker_state{instance="two",provider="a",deployment="a/m"}': steady(1),
      },
      at: '2m',
      labels: { provider: 'a', deployment: 'a/m' },
    },
    // Half open: it is being tried.
    silent: {
      series: { 'llm_gateway_circuit_breaker_state{instance="one",provider="a",deployment="a/m"}': steady(2) },
      at: '2m',
    },
  },
  {
    alert: 'LLMGatewayDeploymentUnhealthy',
    fires: {
      series: { 'llm_gateway_deployment_health{instance="gw",provider="a",deployment="a/m"}': steady(0) },
      at: '6m',
      labels: { provider: 'a', deployment: 'a/m' },
    },
    silent: {
      series: { 'llm_gateway_deployment_health{instance="gw",provider="a",deployment="a/m"}': '0x4 1x20' },
      at: '6m',
    },
  },
  {
    alert: 'LLMGatewayFallbackFailing',
    fires: {
      series: { [fallback(false)]: growing(6), [fallback(true)]: growing(4) },
      at: '16m',
      labels: { from_model: 'a', to_model: 'b' },
    },
    silent: { series: { [fallback(false)]: growing(5), [fallback(true)]: growing(5) }, at: '16m' },
  },
];
