import { REQUEST_SECONDS } from '../buckets.js';
import { family } from '../family.js';

/** Calls to providers, and the state of providers and deployments. A deployment is `provider/model`. */
export const providerFamilies = {
  attempts: family({
    name: 'llm_gateway_attempts_total',
    type: 'counter',
    help: 'Calls to providers, retries and fallbacks included; outcome is success, aborted or an error type; code is the HTTP status of the provider, none where there was no answer.',
    labels: ['model', 'provider', 'deployment', 'outcome', 'code'],
  }),
  attemptDuration: family({
    name: 'llm_gateway_attempt_duration_seconds',
    type: 'histogram',
    help: 'Duration of calls to providers, whatever came of them.',
    labels: ['model', 'provider', 'deployment', 'operation'],
    buckets: REQUEST_SECONDS,
  }),
  retries: family({
    name: 'llm_gateway_retries_total',
    type: 'counter',
    help: 'Calls to a provider after the first of a request, for the same model, by the error type of the call before.',
    labels: ['model', 'provider', 'reason'],
  }),
  fallbacks: family({
    name: 'llm_gateway_fallbacks_total',
    type: 'counter',
    help: 'Requests that went on to another model, and whether that one answered.',
    labels: ['from_model', 'to_model', 'success'],
  }),
  activeRequests: family({
    name: 'llm_gateway_active_requests',
    type: 'gauge',
    help: 'Calls to a provider under way.',
    labels: ['provider'],
  }),
  providerHealth: family({
    name: 'llm_gateway_provider_health',
    type: 'gauge',
    help: 'Whether the last call to a provider, or its last health check, ended well: 1, else 0. No series before the first.',
    labels: ['provider'],
  }),
  credentialRefused: family({
    name: 'llm_gateway_provider_credential_refused',
    type: 'gauge',
    help: 'Whether a provider refuses our credential, or says that its quota is used up: 1, else 0.',
    labels: ['provider'],
  }),
  deploymentHealth: family({
    name: 'llm_gateway_deployment_health',
    type: 'gauge',
    help: 'Whether a deployment gets calls now: 1, else 0.',
    labels: ['provider', 'deployment'],
  }),
  breakerState: family({
    name: 'llm_gateway_circuit_breaker_state',
    type: 'gauge',
    help: 'Circuit breaker of a deployment: 0 closed, 1 open, 2 half open.',
    labels: ['provider', 'deployment'],
  }),
  breakerTransitions: family({
    name: 'llm_gateway_circuit_breaker_transitions_total',
    type: 'counter',
    help: 'Changes of a circuit breaker, by the state it went to: closed, open or half_open.',
    labels: ['provider', 'deployment', 'to'],
  }),
  reportedLimit: family({
    name: 'llm_gateway_provider_limit',
    type: 'gauge',
    help: 'Rate limit of a provider, as it last reported it; kind is requests or tokens.',
    labels: ['provider', 'deployment', 'kind'],
  }),
  reportedLimitRemaining: family({
    name: 'llm_gateway_provider_limit_remaining',
    type: 'gauge',
    help: 'What is left of a rate limit, as the provider last reported it; kind is requests or tokens.',
    labels: ['provider', 'deployment', 'kind'],
  }),
} as const;
