import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import { EXCEPTION_CLASSES } from './exceptionClasses.js';
import { KEY_AND_TEAM, MODEL, NO_CLIENT, NO_ORGANIZATION, NO_USER, NO_USER_OR_EMAIL } from './labels.js';

/** Where clients ask for an operation. */
const ROUTE = {
  from: 'operation',
  words: {
    chat: '/v1/chat/completions',
    completions: '/v1/completions',
    embeddings: '/v1/embeddings',
    responses: '/v1/responses',
    messages: '/v1/messages',
    count_tokens: '/v1/messages/count_tokens',
    images: '/v1/images/generations',
    speech: '/v1/audio/speech',
    transcriptions: '/v1/audio/transcriptions',
    moderations: '/v1/moderations',
    rerank: '/v1/rerank',
  },
} as const;

/** LiteLLM's counters of what clients asked. */
export const litellmRequests = {
  proxyTotalRequests: view({
    name: 'litellm_proxy_total_requests_metric_total',
    type: 'counter',
    help: 'Requests made to the gateway.',
    from: native.requests,
    labels: {
      ...NO_USER_OR_EMAIL,
      ...KEY_AND_TEAM,
      requested_model: 'model',
      status_code: 'code',
      route: ROUTE,
      ...NO_CLIENT,
      model_id: 'deployment',
      api_provider: 'provider',
      ...NO_ORGANIZATION,
    },
  }),
  proxyFailedRequests: view({
    name: 'litellm_proxy_failed_requests_metric_total',
    type: 'counter',
    help: 'Requests that failed for the client.',
    from: native.requests,
    where: { status: ['error'] },
    labels: {
      ...NO_USER_OR_EMAIL,
      ...KEY_AND_TEAM,
      requested_model: 'model',
      exception_status: 'code',
      exception_class: { from: 'error_type', words: EXCEPTION_CLASSES },
      route: ROUTE,
      ...NO_CLIENT,
      model_id: 'deployment',
      api_provider: 'provider',
      ...NO_ORGANIZATION,
    },
  }),
  requests: view({
    name: 'litellm_requests_metric_total',
    type: 'counter',
    help: 'Requests that were answered; deprecated in LiteLLM for litellm_proxy_total_requests_metric_total.',
    from: native.requests,
    where: { status: ['success'] },
    labels: {
      ...NO_USER_OR_EMAIL,
      ...KEY_AND_TEAM,
      ...MODEL,
      ...NO_CLIENT,
      model_id: 'deployment',
      ...NO_ORGANIZATION,
    },
  }),
  failedRequests: view({
    name: 'litellm_llm_api_failed_requests_metric_total',
    type: 'counter',
    help: 'Requests that failed; deprecated in LiteLLM for litellm_proxy_failed_requests_metric_total.',
    from: native.requests,
    where: { status: ['error'] },
    labels: { ...NO_USER, ...KEY_AND_TEAM, model: 'model', model_id: 'deployment' },
  }),
  inFlightRequests: view({
    name: 'litellm_in_flight_requests',
    type: 'gauge',
    help: 'Requests that were let in and have not ended.',
    from: native.inFlightRequests,
    labels: {},
  }),
} as const;
