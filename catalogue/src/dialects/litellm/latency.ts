import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import { LITELLM_SECONDS, LITELLM_TOKEN_SECONDS } from './buckets.js';
import { KEY_AND_TEAM, MODEL, NONE, NO_KEY, NO_KEY_AND_TEAM, NO_ORGANIZATION, NO_USER } from './labels.js';

const none = { fixed: NONE } as const;
const NO_DEPLOYMENT = { litellm_model_name: none, model_id: none, api_base: none } as const;
const OVERHEAD = { model_group: none, ...NO_DEPLOYMENT, api_provider: none, ...NO_KEY } as const;

/** LiteLLM's histograms, in seconds and with its bounds. */
export const litellmLatency = {
  requestTotalLatency: view({
    name: 'litellm_request_total_latency_metric',
    type: 'histogram',
    help: 'From the request being read to the last byte of its answer, of requests that were answered, in seconds.',
    from: native.requestDuration,
    where: { status: ['success'] },
    labels: {
      model_group: 'model',
      ...NO_USER,
      ...KEY_AND_TEAM,
      ...MODEL,
      model_id: none,
      service_tier: none,
      ...NO_ORGANIZATION,
    },
    buckets: LITELLM_SECONDS,
  }),
  apiLatency: view({
    name: 'litellm_llm_api_latency_metric',
    type: 'histogram',
    help: 'Duration of calls to providers, whatever came of them, in seconds.',
    from: native.attemptDuration,
    labels: {
      model_group: 'model',
      ...NO_USER,
      ...NO_KEY_AND_TEAM,
      ...MODEL,
      model_id: 'deployment',
      service_tier: none,
      ...NO_ORGANIZATION,
    },
    buckets: LITELLM_SECONDS,
  }),
  timeToFirstToken: view({
    name: 'litellm_llm_api_time_to_first_token_metric',
    type: 'histogram',
    help: 'From the request being read to the first whole event of a streamed answer, in seconds.',
    from: native.timeToFirstToken,
    labels: {
      model_group: 'model',
      ...NO_USER,
      ...KEY_AND_TEAM,
      ...MODEL,
      model_id: none,
      service_tier: none,
      ...NO_ORGANIZATION,
    },
    buckets: LITELLM_SECONDS,
  }),
  latencyPerOutputToken: view({
    name: 'litellm_deployment_latency_per_output_token',
    type: 'histogram',
    help: 'Mean time between output tokens of one streamed answer, in seconds.',
    from: native.timePerOutputToken,
    labels: {
      model_group: 'model',
      ...NO_DEPLOYMENT,
      api_provider: 'provider',
      ...KEY_AND_TEAM,
      ...NO_ORGANIZATION,
    },
    buckets: LITELLM_TOKEN_SECONDS,
  }),
  overhead: view({
    name: 'litellm_overhead_latency_metric',
    type: 'histogram',
    help: 'Time a request spent in the gateway before its first call to a provider, in seconds.',
    from: native.overhead,
    labels: OVERHEAD,
    buckets: LITELLM_SECONDS,
  }),
  overheadWithGuardrails: view({
    name: 'litellm_overhead_with_guardrails_latency_metric',
    type: 'histogram',
    help: 'The same as litellm_overhead_latency_metric: there are no guardrails here.',
    from: native.overhead,
    labels: OVERHEAD,
    buckets: LITELLM_SECONDS,
  }),
  queueTime: view({
    name: 'litellm_request_queue_time_seconds',
    type: 'histogram',
    help: 'Time that requests waited for a deployment at its limit of concurrent calls; only those that waited.',
    from: native.queueDuration,
    labels: {
      ...NO_USER,
      ...NO_KEY_AND_TEAM,
      requested_model: 'model',
      model: 'model',
      model_id: none,
      api_provider: none,
      ...NO_ORGANIZATION,
    },
    buckets: LITELLM_SECONDS,
  }),
} as const;
