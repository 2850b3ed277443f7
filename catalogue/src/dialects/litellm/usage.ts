import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import {
  KEY_AND_TEAM,
  MODEL,
  NONE,
  NO_CLIENT,
  NO_KEY_AND_TEAM,
  NO_ORGANIZATION,
  NO_USER,
  NO_USER_OR_EMAIL,
} from './labels.js';

const none = { fixed: NONE } as const;
const TOKENS = { ...NO_USER_OR_EMAIL, ...KEY_AND_TEAM, ...MODEL, model_id: none, ...NO_ORGANIZATION } as const;
const DETAILS = { ...NO_USER_OR_EMAIL, ...NO_KEY_AND_TEAM, ...MODEL, model_id: none } as const;
const PROMPT_CACHE = {
  ...NO_USER,
  ...NO_KEY_AND_TEAM,
  model: 'model',
  model_id: none,
  api_provider: 'provider',
} as const;
const CACHE = { ...NO_USER, ...NO_KEY_AND_TEAM, model: 'model', model_id: none, api_provider: none } as const;

/** LiteLLM's counters of tokens and money, and of caches: the providers’ and the gateway's own. */
export const litellmUsage = {
  spend: view({
    name: 'litellm_spend_metric_total',
    type: 'counter',
    help: 'Cost of ended requests in US dollars. Requests without a known price are not in it.',
    from: native.cost,
    labels: {
      ...NO_USER_OR_EMAIL,
      ...KEY_AND_TEAM,
      ...MODEL,
      ...NO_CLIENT,
      model_id: none,
      service_tier: none,
      ...NO_ORGANIZATION,
    },
  }),
  zeroCostRequests: view({
    name: 'litellm_zero_cost_requests_total',
    type: 'counter',
    help: 'Requests with tokens but no known price.',
    from: native.unpricedRequests,
    labels: { ...MODEL, model_id: none, reason: { fixed: 'missing_pricing_key' } },
  }),
  totalTokens: view({
    name: 'litellm_total_tokens_metric_total',
    type: 'counter',
    help: 'Input and output tokens.',
    from: native.tokens,
    labels: TOKENS,
  }),
  inputTokens: view({
    name: 'litellm_input_tokens_metric_total',
    type: 'counter',
    help: 'Input tokens, cached ones included.',
    from: native.tokens,
    where: { type: ['input'] },
    labels: TOKENS,
  }),
  outputTokens: view({
    name: 'litellm_output_tokens_metric_total',
    type: 'counter',
    help: 'Output tokens, reasoning included.',
    from: native.tokens,
    where: { type: ['output'] },
    labels: TOKENS,
  }),
  cachedInputTokens: view({
    name: 'litellm_input_cached_tokens_metric_total',
    type: 'counter',
    help: 'Input tokens read from providers’ prompt caches.',
    from: native.tokenDetails,
    where: { detail: ['cached_input'] },
    labels: DETAILS,
  }),
  cacheCreationTokens: view({
    name: 'litellm_input_cache_creation_tokens_metric_total',
    type: 'counter',
    help: 'Input tokens written to providers’ prompt caches.',
    from: native.tokenDetails,
    where: { detail: ['cache_write'] },
    labels: DETAILS,
  }),
  audioInputTokens: view({
    name: 'litellm_input_audio_tokens_metric_total',
    type: 'counter',
    help: 'Input tokens of audio.',
    from: native.tokenDetails,
    where: { detail: ['audio_input'] },
    labels: DETAILS,
  }),
  reasoningTokens: view({
    name: 'litellm_output_reasoning_tokens_metric_total',
    type: 'counter',
    help: 'Output tokens of reasoning.',
    from: native.tokenDetails,
    where: { detail: ['reasoning'] },
    labels: DETAILS,
  }),
  audioOutputTokens: view({
    name: 'litellm_output_audio_tokens_metric_total',
    type: 'counter',
    help: 'Output tokens of audio.',
    from: native.tokenDetails,
    where: { detail: ['audio_output'] },
    labels: DETAILS,
  }),
  promptCacheRead: view({
    name: 'litellm_provider_cache_read_input_tokens_metric_total',
    type: 'counter',
    help: 'Input tokens read from providers’ prompt caches.',
    from: native.tokenDetails,
    where: { detail: ['cached_input'] },
    labels: PROMPT_CACHE,
  }),
  promptCacheCreation: view({
    name: 'litellm_provider_cache_creation_input_tokens_metric_total',
    type: 'counter',
    help: 'Input tokens written to providers’ prompt caches.',
    from: native.tokenDetails,
    where: { detail: ['cache_write'] },
    labels: PROMPT_CACHE,
  }),
  cacheHits: view({
    name: 'litellm_cache_hits_metric_total',
    type: 'counter',
    help: 'Requests answered from the gateway’s cache.',
    from: native.cacheRequests,
    where: { result: ['hit'] },
    labels: CACHE,
  }),
  cacheMisses: view({
    name: 'litellm_cache_misses_metric_total',
    type: 'counter',
    help: 'Requests that the gateway’s cache had no answer for.',
    from: native.cacheRequests,
    where: { result: ['miss'] },
    labels: CACHE,
  }),
  cachedTokens: view({
    name: 'litellm_cached_tokens_metric_total',
    type: 'counter',
    help: 'Tokens of answers from the gateway’s cache.',
    from: native.cacheTokens,
    labels: CACHE,
  }),
} as const;
