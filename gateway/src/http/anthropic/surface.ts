import type { FastifyInstance } from 'fastify';

import { OPERATIONS } from '../../operations/index.js';
import { type LlmSurfaceParts, llmSurface } from '../llm/surface.js';

const { messages, count_tokens: countTokens } = OPERATIONS;

const ROUTES = [
  ['/messages', messages],
  ['/messages/count_tokens', countTokens],
] as const;

/** What Anthropic's clients expect under `/v1`, with their key in `x-api-key` or as Bearer. */
export async function anthropicSurface(app: FastifyInstance, parts: LlmSurfaceParts): Promise<void> {
  llmSurface(app, parts, ROUTES, [], messages.error);
}
