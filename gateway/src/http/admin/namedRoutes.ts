// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import Type from 'typebox';

import { GatewayError } from '../../errors/gatewayError.js';
import { documented } from './documented.js';

export interface NamedRoute {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** What stands behind the name, e.g. `/rotate`. */
  readonly action?: string;
  readonly schema: FastifySchema;
  readonly handle: (name: string, request: FastifyRequest, reply: FastifyReply) => unknown;
}

const Params = Type.Object({
  name: Type.String({
    description: 'URL-encoded; a / may also stand as it is, as some proxies decode %2F.',
  }),
});

/**
 * Routes to things by their names, e.g. `/models/:name`. Names may have slashes in them: of a path with more segments,
 * everything up to the action is the name.
 */
export function namedRoutes(app: FastifyInstance, path: string, routes: readonly NamedRoute[]): void {
  for (const { method, action = '', schema, handle } of routes) {
    app.route<{ Params: { name: string } }>({
      method,
      url: `${path}/:name${action}`,
      schema: { ...schema, params: Params },
      ...documented,
      handler: (request, reply) => handle(request.params.name, request, reply),
    });
  }
  for (const method of new Set(routes.map((route) => route.method))) {
    const ofMethod = routes.filter((route) => route.method === method);
    app.route<{ Params: { '*': string } }>({
      method,
      url: `${path}/*`,
      schema: { hide: true },
      handler: (request, reply) => {
        const rest = request.params['*'];
        const route = ofMethod.find(({ action = '' }) => rest.endsWith(action) && rest.length > action.length);
        if (route === undefined) {
          throw unknownAction(ofMethod);
        }
        return route.handle(rest.slice(0, rest.length - (route.action ?? '').length), request, reply);
      },
    });
  }
}

function unknownAction(routes: readonly NamedRoute[]): GatewayError {
  const known = routes.map(({ action = '' }) => action).join(', ');
  const message = `That cannot be done here; behind the name there can be: ${known}.`;
  return new GatewayError(message, { status: 404, type: 'not_found_error', code: 'unknown_url' });
}
