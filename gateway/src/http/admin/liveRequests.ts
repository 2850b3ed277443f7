// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { GatewayError } from '../../errors/gatewayError.js';
import type { UsageEvent } from '../../usage/event.js';
import type { LiveListener, LiveRequests } from '../../usage/live.js';
import { matchesRequest } from '../../usage/matchesRequest.js';
import { readLine, toLine } from '../../usage/row.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { checkLedgerParameters } from './ledgerParameters.js';
import type { Parameters } from './queryParameters.js';
import { toRequestJson } from './requestsAnswer.js';
import { REQUEST_FILTERS, parseRequestFilters } from './requestsQuery.js';
import { RequestParameters } from './requestsSchema.js';

/** Proxies close connections on which nothing is said for a minute or so. */
const HEARTBEAT_MS = 15_000;

/** How long a client waits before it connects again, in milliseconds. */
const RETRY_MS = 2_000;

const { from: _from, to: _to, ...FilterParameters } = RequestParameters;
const FILTERS = REQUEST_FILTERS.filter((name) => name !== 'from' && name !== 'to');

/** `GET /api/v1/requests/live`: requests of this replica as they end. */
export async function liveRequestsRoute(
  app: FastifyInstance,
  { live }: { readonly live: LiveRequests }
): Promise<void> {
  app.addHook('preClose', async () => live.close());
  app.get<{ Querystring: Parameters }>(
    '/requests/live',
    {
      schema: {
        summary: 'Requests as they end, as server-sent events',
        description:
          'Requests of the replica that answers. An event `request` has a request as /requests tells it. An event `dropped` has `{"count": n}`: so many were left out here, as they came faster than they were read (server.live_queue). A comment every 15 seconds shows that the stream is alive. At most server.max_live_listeners may listen.',
        tags: ['requests'],
        querystring: Type.Object(FilterParameters),
        response: {
          200: {
            description: 'A stream that ends when the client leaves or the gateway stops.',
            content: { 'text/event-stream': { schema: Type.String() } },
          },
          400: ErrorAnswer,
          503: ErrorAnswer,
        },
      },
      ...documented,
      // A HEAD would listen.
      exposeHeadRoute: false,
    },
    (request, reply) => {
      checkLedgerParameters(request.query, FILTERS);
      const choice = parseRequestFilters(request.query, Date.now());
      const listener = live.listen((event) => matchesRequest(choice, event));
      if (listener === undefined) {
        throw tooMany();
      }
      const stream = Readable.from(serverSentEvents(listener, HEARTBEAT_MS), { objectMode: false });
      // Not that of the stream: it waits for the generator, which waits for the listener.
      reply.raw.once('close', () => listener.close());
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream);
    }
  );
}

/** What is read no faster than the client takes it; meanwhile the listener's queue fills, and no further. */
export async function* serverSentEvents(listener: LiveListener, heartbeatMs: number): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`;
  for (;;) {
    const batch = await listener.next(heartbeatMs);
    if (batch === undefined) {
      return;
    }
    const { events, dropped } = batch;
    const told = dropped === 0 ? '' : `event: dropped\ndata: {"count":${dropped}}\n\n`;
    yield events.length === 0 ? ': alive\n\n' : told + events.map(toServerSentEvent).join('');
  }
}

/** As the ledger will tell it: by way of the same line and row. */
function toServerSentEvent(event: UsageEvent): string {
  return `event: request\ndata: ${JSON.stringify(toRequestJson(readLine(toLine(event)).row))}\n\n`;
}

function tooMany(): GatewayError {
  return new GatewayError(
    'As many listen to live requests as may (server.max_live_listeners), or the gateway is stopping. Try again later.',
    { status: 503, type: 'overloaded', code: 'too_many_listeners', retryAfterSeconds: 10 }
  );
}
