import { FIRST_TOKEN_SECONDS, OUTPUT_TOKEN_SECONDS, OVERHEAD_SECONDS, REQUEST_SECONDS } from './buckets.js';
import { family } from './family.js';

/**
 * The gateway's own families. Everything with a `model` counts ended requests and is fed by the usage event.
 *
 * Labels: `model` is the model the client asked for (`unknown` when it is not configured), `provider` the one that
 * gave the final answer (`none` when no provider was reached), `status` is success, error or aborted, `code` the HTTP
 * status sent to the client.
 */
export const native = {
  requests: family({
    name: 'llm_gateway_requests_total',
    type: 'counter',
    help: 'Ended requests of authenticated clients.',
    labels: ['model', 'provider', 'team', 'key', 'streaming', 'status', 'code'],
  }),
  errors: family({
    name: 'llm_gateway_errors_total',
    type: 'counter',
    help: 'Requests that ended in an error, by cause.',
    labels: ['model', 'provider', 'error_type'],
  }),
  requestDuration: family({
    name: 'llm_gateway_request_duration_seconds',
    type: 'histogram',
    help: 'From the request being read to the last byte of its answer.',
    labels: ['model', 'provider', 'streaming', 'status'],
    buckets: REQUEST_SECONDS,
  }),
  timeToFirstToken: family({
    name: 'llm_gateway_time_to_first_token_seconds',
    type: 'histogram',
    help: 'From the request being read to the first whole event of a streamed answer.',
    labels: ['model', 'provider'],
    buckets: FIRST_TOKEN_SECONDS,
  }),
  timePerOutputToken: family({
    name: 'llm_gateway_time_per_output_token_seconds',
    type: 'histogram',
    help: 'Mean time between output tokens of one streamed answer, the first one left out.',
    labels: ['model', 'provider'],
    buckets: OUTPUT_TOKEN_SECONDS,
  }),
  tokens: family({
    name: 'llm_gateway_tokens_total',
    type: 'counter',
    help: 'Tokens as the provider counted them; type is input (cached ones included) or output (reasoning included).',
    labels: ['model', 'provider', 'team', 'key', 'type'],
  }),
  cost: family({
    name: 'llm_gateway_cost_usd_total',
    type: 'counter',
    help: 'Cost of ended requests in US dollars. Requests without a known price are not in it.',
    labels: ['model', 'provider', 'team', 'key'],
  }),
  unpricedRequests: family({
    name: 'llm_gateway_unpriced_requests_total',
    type: 'counter',
    help: 'Requests with tokens but no known price: their cost is unknown, not zero.',
    labels: ['model', 'provider'],
  }),
  attempts: family({
    name: 'llm_gateway_attempts_total',
    type: 'counter',
    help: 'Calls to providers, retries and fallbacks included; outcome is success, aborted or an error type.',
    labels: ['model', 'provider', 'outcome'],
  }),
  fallbacks: family({
    name: 'llm_gateway_fallbacks_total',
    type: 'counter',
    help: 'Requests that went on to another model, and whether that one answered.',
    labels: ['from_model', 'to_model', 'success'],
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
  queuedRequests: family({
    name: 'llm_gateway_queued_requests',
    type: 'gauge',
    help: 'Requests that wait for a deployment at its limit of concurrent calls.',
    labels: [],
  }),
  reportedLimitRemaining: family({
    name: 'llm_gateway_provider_limit_remaining',
    type: 'gauge',
    help: 'What is left of a rate limit, as the provider last reported it; kind is requests or tokens.',
    labels: ['provider', 'deployment', 'kind'],
  }),
  activeRequests: family({
    name: 'llm_gateway_active_requests',
    type: 'gauge',
    help: 'Calls to a provider under way.',
    labels: ['provider'],
  }),
  overhead: family({
    name: 'llm_gateway_overhead_seconds',
    type: 'histogram',
    help: 'Time a request spent in the gateway before its first call to a provider.',
    labels: [],
    buckets: OVERHEAD_SECONDS,
  }),
  authFailures: family({
    name: 'llm_gateway_auth_failures_total',
    type: 'counter',
    help: 'Requests refused at the door, before they could be charged to anyone; reason is missing_key, invalid_key, expired_key, invalid_token, expired_token, address, blocked, key_store_unavailable or jwks_unavailable.',
    labels: ['reason'],
  }),
  refusals: family({
    name: 'llm_gateway_refusals_total',
    type: 'counter',
    help: 'Requests and calls to providers that a budget or limit refused; unit is requests, tokens, parallel or usd.',
    labels: ['rule', 'unit'],
  }),
  budgetResets: family({
    name: 'llm_gateway_budget_resets_total',
    type: 'counter',
    help: 'Budgets that began anew after they had been spent from.',
    labels: ['budget'],
  }),
  sharedStateUp: family({
    name: 'llm_gateway_shared_state_up',
    type: 'gauge',
    help: 'Whether Redis answers: 1, or 0 while governance.redis_down applies. No series without REDIS_URL.',
    labels: [],
  }),
  sharedStateFallbacks: family({
    name: 'llm_gateway_shared_state_fallbacks_total',
    type: 'counter',
    help: 'Requests whose limits were decided without Redis, as governance.redis_down says.',
    labels: [],
  }),
  configReloads: family({
    name: 'llm_gateway_config_reloads_total',
    type: 'counter',
    help: 'Changed configurations that were put into force (success) or refused (failure).',
    labels: ['result'],
  }),
  ledgerPending: family({
    name: 'llm_gateway_ledger_pending_events',
    type: 'gauge',
    help: 'Usage events not yet written to the ledger.',
    labels: [],
  }),
  ledgerLag: family({
    name: 'llm_gateway_ledger_lag_seconds',
    type: 'gauge',
    help: 'Age of the oldest usage event that is not yet in the ledger; 0 when there is none.',
    labels: [],
  }),
  ledgerJournal: family({
    name: 'llm_gateway_ledger_journal_bytes',
    type: 'gauge',
    help: 'Size of the journal that holds usage events until they are in the ledger.',
    labels: [],
  }),
  ledgerWritten: family({
    name: 'llm_gateway_ledger_written_events_total',
    type: 'counter',
    help: 'Usage events written to the ledger.',
    labels: [],
  }),
  ledgerWriteFailures: family({
    name: 'llm_gateway_ledger_write_failures_total',
    type: 'counter',
    help: 'Batches the ledger refused; their events are kept and written again.',
    labels: [],
  }),
  buildInfo: family({
    name: 'llm_gateway_build_info',
    type: 'gauge',
    help: 'Always 1; the version is in its labels.',
    labels: ['version', 'node_version'],
  }),
} as const;
