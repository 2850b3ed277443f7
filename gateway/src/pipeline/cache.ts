import type { CacheState } from '../usage/event.js';
import type { ChatRequest } from './request.js';

/** Third stage. Nothing is cached yet: every request goes on to a provider. */
export function lookUpCache(_request: ChatRequest): CacheState {
  return 'bypass';
}
