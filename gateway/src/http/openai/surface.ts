import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';

import type { Principal } from '../../governance/principal.js';
import { type AuthenticateParts, authenticate } from '../../pipeline/authenticate.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { OPERATIONS } from '../../operations/index.js';
import type { Operation } from '../../operations/operation.js';
import type { Pipeline } from '../../pipeline/pipeline.js';
import type { ClientRequest } from '../../pipeline/request.js';
import { fastifyFault } from '../fastifyFault.js';
import { HttpClient } from '../httpClient.js';
import { sendError } from '../sendError.js';
import { parseTags } from '../tags.js';
import type { Tracer } from '../../tracing/trace.js';
import { parseTraceParent } from '../traceParent.js';
import { listModels } from './listModels.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the request has been authenticated. */
    principal: Principal | undefined;
  }
}

export interface OpenAiSurfaceParts {
  readonly pipeline: Pipeline;
  readonly modelNames: () => readonly string[];
  readonly startedAt: Date;
  readonly authentication: AuthenticateParts;
  readonly bodyLimit: number;
  /** Undefined while tracing is off. */
  readonly tracer: Tracer | undefined;
}

const NO_BODY = Buffer.alloc(0);

/** `/v1`, as OpenAI's clients expect it. Bodies are handed on as bytes: the pipeline parses them, once. */
export async function openAiSurface(app: FastifyInstance, parts: OpenAiSurfaceParts): Promise<void> {
  const { pipeline, authentication, bodyLimit, tracer } = parts;

  app.decorateRequest('principal', undefined);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));

  app.addHook('onRequest', (request, _reply, done) => {
    try {
      const principal = authenticate(request, authentication);
      if (principal instanceof Promise) {
        principal.then((checked) => {
          request.principal = checked;
          done();
        }, done);
        return;
      }
      request.principal = principal;
      done();
    } catch (error) {
      done(error as Error);
    }
  });

  app.setErrorHandler((thrown, request, reply) => {
    const error = fastifyFault(thrown, bodyLimit);
    // Fastify closes after a body it did not read; cut off while still sending, the client would not see the error.
    void reply.removeHeader('connection');
    if (request.principal !== undefined && request.routeOptions.url === CHAT_COMPLETIONS) {
      pipeline.refuse(
        toClientRequest(request, OPERATIONS.chat, request.principal, NO_BODY, tracer),
        new HttpClient(reply),
        error
      );
    } else {
      void sendError(reply, error);
    }
  });

  app.setNotFoundHandler((request, reply) => {
    const message = `${request.method} ${request.url.split('?')[0]} is not served here. There are POST ${CHAT_COMPLETIONS} and GET /v1/models.`;
    void sendError(reply, new GatewayError(message, { status: 404, type: 'not_found_error', code: 'unknown_url' }));
  });

  app.post<{ Body: Buffer | undefined }>('/chat/completions', async (request, reply) => {
    const principal = request.principal as Principal;
    const asked = toClientRequest(request, OPERATIONS.chat, principal, request.body ?? NO_BODY, tracer);
    await pipeline.run(asked, new HttpClient(reply));
    return reply;
  });

  app.get('/models', ({ principal }) => {
    const mayUse = principal?.mayUse ?? (() => true);
    return listModels(parts.modelNames().filter(mayUse), parts.startedAt);
  });
}

const CHAT_COMPLETIONS = '/v1/chat/completions';

function toClientRequest(
  request: FastifyRequest,
  operation: Operation,
  principal: Principal,
  body: Buffer,
  tracer: Tracer | undefined
): ClientRequest {
  const receivedAt = Date.now();
  const startedAt = performance.now();
  const parent = parseTraceParent(request.headers.traceparent);
  const trace = tracer?.start({
    parent,
    state: request.headers['tracestate']?.toString(),
    method: request.method,
    route: request.routeOptions.url ?? request.url,
    receivedAt,
    startedAt,
  });
  return {
    // The ledger finds a request by its id through the time in it.
    operation,
    id: `req_${uuidv7({ msecs: receivedAt })}`,
    principal,
    receivedAt,
    startedAt,
    body,
    traceId: trace?.traceId ?? parent?.traceId,
    trace,
    tags: parseTags(request.headers['x-llm-gateway-tags']),
    cacheControl: request.headers['cache-control'],
    fallbacks: request.headers['x-llm-gateway-fallbacks'] !== 'off',
  };
}
