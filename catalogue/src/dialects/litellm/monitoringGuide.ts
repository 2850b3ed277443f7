import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import { GUIDE_ERROR_TYPES } from './errorTypes.js';

const HEADROOM = { model: 'deployment', provider: 'provider' } as const;

/** The families of the LiteLLM monitoring guide. */
export const litellmMonitoringGuide = {
  requests: view({
    name: 'litellm_requests_total',
    type: 'counter',
    help: 'Ended requests; status is success, error or aborted.',
    from: native.requests,
    labels: { model: 'model', provider: 'provider', team: 'team', status: 'status' },
  }),
  tokensUsed: view({
    name: 'litellm_tokens_used_total',
    type: 'counter',
    help: 'Tokens; token_type is input or output.',
    from: native.tokens,
    labels: { model: 'model', provider: 'provider', team: 'team', token_type: 'type' },
  }),
  errors: view({
    name: 'litellm_errors_total',
    type: 'counter',
    help: 'Requests that a provider failed; those that reached none are in litellm_request_errors_total only.',
    from: native.requests,
    where: { status: ['error'] },
    // The guide divides by provider: what the gateway itself refused would be a provider that always fails.
    except: { provider: ['none'] },
    labels: {
      error_type: { from: 'error_type', words: GUIDE_ERROR_TYPES },
      provider: 'provider',
      model: 'model',
      team: 'team',
    },
  }),
  requestDuration: view({
    name: 'litellm_request_duration',
    type: 'histogram',
    help: 'From the request being read to the last byte of its answer, of requests that were answered, in seconds.',
    from: native.requestDuration,
    where: { status: ['success'] },
    labels: { model: 'model', provider: 'provider' },
  }),
  cacheHits: view({
    name: 'litellm_cache_hits_total',
    type: 'counter',
    help: 'Requests answered from the gateway’s cache.',
    from: native.cacheRequests,
    where: { result: ['hit'] },
    labels: { model: 'model' },
  }),
  cacheMisses: view({
    name: 'litellm_cache_misses_total',
    type: 'counter',
    help: 'Requests that the gateway’s cache had no answer for.',
    from: native.cacheRequests,
    where: { result: ['miss'] },
    labels: { model: 'model' },
  }),
  fallbacks: view({
    name: 'litellm_fallbacks_total',
    type: 'counter',
    help: 'Requests that went on to another model, and whether that one answered.',
    from: native.fallbacks,
    labels: { from_model: 'from_model', to_model: 'to_model', success: 'success' },
  }),
  // The guide's alert divides the two, so their labels are the same.
  requestsRemaining: view({
    name: 'litellm_requests_remaining',
    type: 'gauge',
    help: 'Requests left of a rate limit, as the provider last reported it.',
    from: native.reportedLimitRemaining,
    where: { kind: ['requests'] },
    labels: HEADROOM,
    combine: 'min',
  }),
  maxParallelRequests: view({
    name: 'litellm_max_parallel_requests',
    type: 'gauge',
    help: 'The rate limit that litellm_requests_remaining is left of, as the provider last reported it.',
    from: native.reportedLimit,
    where: { kind: ['requests'] },
    labels: HEADROOM,
    combine: 'min',
  }),
  currentLoad: view({
    name: 'litellm_current_load',
    type: 'gauge',
    help: 'Requests that were let in and have not ended.',
    from: native.inFlightRequests,
    labels: {},
  }),
  budgetResets: view({
    name: 'litellm_budget_resets_total',
    type: 'counter',
    help: 'Budgets that began anew after they had been spent from.',
    from: native.budgetResets,
    labels: { budget: 'budget' },
  }),
} as const;
