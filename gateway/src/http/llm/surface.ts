import type { FastifyInstance } from 'fastify';

import type { GatewayError } from '../../errors/gatewayError.js';
import type { Principal } from '../../governance/principal.js';
import type { Operation } from '../../operations/operation.js';
import { type AuthenticateParts, authenticate } from '../../pipeline/authenticate.js';
import type { Pipeline } from '../../pipeline/pipeline.js';
import type { Tracer } from '../../tracing/trace.js';
import { fastifyFault } from '../fastifyFault.js';
import { HttpClient } from '../httpClient.js';
import { sendError } from '../sendError.js';
import { toClientRequest } from './clientRequest.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the request has been authenticated. */
    principal: Principal | undefined;
  }
}

export interface LlmSurfaceParts {
  readonly pipeline: Pipeline;
  readonly authentication: AuthenticateParts;
  readonly bodyLimit: number;
  /** Undefined while tracing is off. */
  readonly tracer: Tracer | undefined;
}

export const NO_BODY = Buffer.alloc(0);

/**
 * Routes by which clients ask for operations. Bodies are handed on as bytes: the pipeline parses them, once. What fails
 * before is answered in the shape of the operation, and accounted for where it is known whose request it was.
 * @param routes of operations whose body is JSON, without the prefix
 * @param others of operations whose routes are the caller's
 * @param shape of errors where no operation was found
 */
export function llmSurface(
  app: FastifyInstance,
  { pipeline, authentication, bodyLimit, tracer }: LlmSurfaceParts,
  routes: ReadonlyArray<readonly [path: string, operation: Operation]>,
  others: readonly Operation[],
  shape: (error: GatewayError) => string
): void {
  const byRoute = new Map([...routes.map(([, operation]) => operation), ...others].map((each) => [each.route, each]));

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
    const operation = byRoute.get(request.routeOptions.url ?? '');
    if (request.principal !== undefined && operation !== undefined) {
      const asked = { operation, principal: request.principal, body: NO_BODY };
      pipeline.refuse(toClientRequest(request, asked, tracer), new HttpClient(reply), error);
    } else {
      void sendError(reply, error, operation?.error ?? shape);
    }
  });

  for (const [path, operation] of routes) {
    app.post<{ Body: Buffer | undefined }>(path, async (request, reply) => {
      const principal = request.principal as Principal;
      const asked = { operation, principal, body: request.body ?? NO_BODY };
      await pipeline.run(toClientRequest(request, asked, tracer), new HttpClient(reply));
      return reply;
    });
  }
}
