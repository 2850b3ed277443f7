import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import { GUIDE_ERROR_TYPES } from './errorTypes.js';

const USAGE = { model: 'model', provider: 'provider', team: 'team' } as const;
const NOT_FAILED = ['success', 'aborted'] as const;

/**
 * The families of the LiteLLM monitoring setup, besides those that the guide has too. Those of models count what
 * clients got, those of providers each call: a provider whose failures a fallback hides is failing all the same.
 */
export const litellmMonitoringSetup = {
  requestErrors: view({
    name: 'litellm_request_errors_total',
    type: 'counter',
    help: 'Requests that failed.',
    from: native.requests,
    where: { status: ['error'] },
    labels: { ...USAGE, error_type: { from: 'error_type', words: GUIDE_ERROR_TYPES } },
  }),
  requestDuration: view({
    name: 'litellm_request_duration_seconds',
    type: 'histogram',
    help: 'From the request being read to the last byte of its answer, of requests that were answered.',
    from: native.requestDuration,
    where: { status: ['success'] },
    labels: { model: 'model', provider: 'provider' },
  }),
  modelRequests: view({
    name: 'litellm_model_requests_total',
    type: 'counter',
    help: 'Ended requests for a model.',
    from: native.requests,
    labels: { model: 'model' },
  }),
  modelErrors: view({
    name: 'litellm_model_errors_total',
    type: 'counter',
    help: 'Requests for a model that failed.',
    from: native.requests,
    where: { status: ['error'] },
    labels: { model: 'model', error_type: { from: 'error_type', words: GUIDE_ERROR_TYPES } },
  }),
  promptTokens: view({
    name: 'litellm_prompt_tokens_total',
    type: 'counter',
    help: 'Input tokens, cached ones included.',
    from: native.tokens,
    where: { type: ['input'] },
    labels: USAGE,
  }),
  completionTokens: view({
    name: 'litellm_completion_tokens_total',
    type: 'counter',
    help: 'Output tokens, reasoning included.',
    from: native.tokens,
    where: { type: ['output'] },
    labels: USAGE,
  }),
  totalCost: view({
    name: 'litellm_total_cost_usd',
    // It counts, but OpenMetrics has no counter whose name does not end in _total.
    type: 'gauge',
    help: 'Cost of ended requests since the start, in US dollars; it only rises, so rate() and increase() may be used.',
    from: native.cost,
    labels: USAGE,
    combine: 'sum',
  }),
  providerRequests: view({
    name: 'litellm_provider_requests_total',
    type: 'counter',
    help: 'Calls to a provider, retries and fallbacks included.',
    from: native.attempts,
    labels: { provider: 'provider' },
  }),
  providerErrors: view({
    name: 'litellm_provider_errors_total',
    type: 'counter',
    help: 'Calls to a provider that failed.',
    from: native.attempts,
    except: { outcome: NOT_FAILED },
    labels: { provider: 'provider', error_type: { from: 'outcome', words: GUIDE_ERROR_TYPES } },
  }),
} as const;
