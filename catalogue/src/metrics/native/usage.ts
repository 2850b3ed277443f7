import { REQUEST_TOKENS } from '../buckets.js';
import { family } from '../family.js';

/** Tokens, money and our cache. Fed by the usage event. */
export const usageFamilies = {
  tokens: family({
    name: 'llm_gateway_tokens_total',
    type: 'counter',
    help: 'Tokens as the provider counted them; type is input (cached ones included) or output (reasoning included).',
    labels: ['model', 'provider', 'team', 'key', 'type'],
  }),
  tokenDetails: family({
    name: 'llm_gateway_token_details_total',
    type: 'counter',
    help: 'Tokens that are part of input or output; detail is cached_input, cache_write, audio_input, image_input, reasoning, audio_output or image_output.',
    labels: ['model', 'provider', 'detail'],
  }),
  requestTokens: family({
    name: 'llm_gateway_request_tokens',
    type: 'histogram',
    help: 'Tokens of one request; type is input or output.',
    labels: ['model', 'provider', 'type', 'operation'],
    buckets: REQUEST_TOKENS,
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
  cacheRequests: family({
    name: 'llm_gateway_cache_requests_total',
    type: 'counter',
    help: 'Requests by what the answer cache had for them; result is hit, miss or bypass.',
    labels: ['model', 'result'],
  }),
  cacheTokens: family({
    name: 'llm_gateway_cache_tokens_total',
    type: 'counter',
    help: 'Tokens of answers from the cache, as they were counted when the answers were made; in no other family. Type is input or output.',
    labels: ['model', 'type'],
  }),
  cacheSaved: family({
    name: 'llm_gateway_cache_saved_usd_total',
    type: 'counter',
    help: 'What answers from the cache would have cost, in US dollars.',
    labels: ['model', 'team', 'key'],
  }),
} as const;
