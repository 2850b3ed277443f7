import type { FastifyInstance } from 'fastify';

import { errorBody } from '../../errors/errorBody.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { OPERATIONS } from '../../operations/index.js';
import { type LlmSurfaceParts, llmSurface } from '../llm/surface.js';
import { sendError } from '../sendError.js';
import { listModels, modelNamed } from './listModels.js';
import { type TranscriptionParts, transcriptions } from './transcriptions.js';

export interface OpenAiSurfaceParts extends LlmSurfaceParts, TranscriptionParts {
  readonly modelNames: () => readonly string[];
  readonly startedAt: Date;
}

const { chat, completions, embeddings, responses, images, speech, moderations, rerank } = OPERATIONS;

const ROUTES = [
  ['/chat/completions', chat],
  ['/completions', completions],
  ['/embeddings', embeddings],
  ['/responses', responses],
  ['/images/generations', images],
  ['/audio/speech', speech],
  ['/moderations', moderations],
  ['/rerank', rerank],
] as const;

/** `/v1`, as OpenAI's clients expect it, and reranking as Cohere's and Jina's do. */
export async function openAiSurface(app: FastifyInstance, parts: OpenAiSurfaceParts): Promise<void> {
  llmSurface(app, parts, ROUTES, [OPERATIONS.transcriptions], errorBody);

  app.setNotFoundHandler((request, reply) => {
    const served = Object.values(OPERATIONS).map(({ route }) => route);
    const message = `${request.method} ${request.url.split('?')[0]} is not served here. There are POST ${served.join(', ')} and GET /v1/models.`;
    void sendError(reply, new GatewayError(message, { status: 404, type: 'not_found_error', code: 'unknown_url' }));
  });

  await app.register(async (forms) => transcriptions(forms, parts));

  const allowed = ({ mayUse = () => true }: { mayUse?: ((model: string) => boolean) | undefined } = {}) =>
    parts.modelNames().filter((name) => mayUse(name));
  app.get('/models', ({ principal }) => listModels(allowed(principal), parts.startedAt));
  // Names of models may have slashes in them.
  app.get<{ Params: { '*': string } }>('/models/*', ({ principal, params }) =>
    modelNamed(params['*'], allowed(principal), parts.startedAt)
  );
}
