import type { ChatRequest } from './request.js';

/** What the cache did for a request; sent as `x-llm-gateway-cache`. */
export type CacheState = 'bypass';

/** Third stage. Nothing is cached yet: every request goes on to a provider. */
export function lookUpCache(_request: ChatRequest): CacheState {
  return 'bypass';
}
