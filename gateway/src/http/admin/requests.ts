// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { GatewayError } from '../../errors/gatewayError.js';
import { toCursor } from '../../usage/cursor.js';
import { findRequest } from '../../usage/findRequest.js';
import { queryRequests } from '../../usage/queryRequests.js';
import { askLedger } from './askLedger.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import type { LedgerParts } from './ledgerParts.js';
import type { Parameters } from './queryParameters.js';
import { RequestAnswer, RequestDetailsAnswer, toDetailsJson, toRequestJson } from './requestsAnswer.js';
import { MAX_PAGE, parseRequestsQuery } from './requestsQuery.js';
import { RequestParameters } from './requestsSchema.js';

const Page = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  requests: Type.Array(RequestAnswer),
  next_cursor: Type.String({ nullable: true, description: 'Null on the last page.' }),
});

/** `GET /api/v1/requests` and `/requests/:id`: single requests. */
export async function requestsRoutes(app: FastifyInstance, { store, flush }: LedgerParts): Promise<void> {
  app.get<{ Querystring: Parameters }>(
    '/requests',
    {
      schema: {
        summary: 'Requests of a time range, newest first',
        description: 'Tags are filtered by `tag:<name>=<value>`. Give next_cursor back as cursor for the next page.',
        tags: ['requests'],
        querystring: Type.Object({
          ...RequestParameters,
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PAGE, default: 100 })),
          cursor: Type.Optional(Type.String({ description: 'next_cursor of the page before.' })),
        }),
        response: { 200: Page, 400: ErrorAnswer },
      },
      ...documented,
    },
    async (request) => {
      const query = parseRequestsQuery(request.query);
      await flush();
      const { rows, next } = await askLedger(() => queryRequests(store, query));
      return {
        from: new Date(query.from).toISOString(),
        to: new Date(query.to).toISOString(),
        requests: rows.map(toRequestJson),
        next_cursor: next === undefined ? null : toCursor(next),
      };
    }
  );

  app.get<{ Params: { id: string } }>(
    '/requests/:id',
    {
      schema: {
        summary: 'One request in full, with its attempts and, where kept, its contents',
        tags: ['requests'],
        params: Type.Object({ id: Type.String({ description: 'As in x-request-id.' }) }),
        response: { 200: RequestDetailsAnswer, 404: ErrorAnswer },
      },
      ...documented,
    },
    async ({ params }) => {
      await flush();
      const found = await askLedger(() => findRequest(store, params.id));
      if (found === undefined) {
        throw notFound(params.id);
      }
      return toDetailsJson(found);
    }
  );
}

function notFound(id: string): GatewayError {
  const message = `There is no request "${id}" in the ledger. Ids are as in x-request-id, and requests are kept for ledger.retention_days.`;
  return new GatewayError(message, { status: 404, type: 'not_found_error', code: 'request_not_found', param: 'id' });
}
