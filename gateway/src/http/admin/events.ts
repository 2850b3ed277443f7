// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { GATEWAY_EVENT_TYPES } from '../../events/event.js';
import type { EventPage, EventQuery } from '../../events/eventPage.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { MAX_EVENTS, parseEventsQuery, toCursor } from './eventsQuery.js';
import { EventsAnswer } from './eventsSchema.js';
import type { Parameters } from './queryParameters.js';

export type EventsReader = (query: EventQuery) => Promise<EventPage>;

const Querystring = Type.Object({
  from: Type.Optional(Type.String({ description: 'ISO 8601 or epoch milliseconds.' })),
  to: Type.Optional(Type.String({ description: 'ISO 8601 or epoch milliseconds. Not included.' })),
  type: Type.Optional(Type.String({ description: `Comma-separated, of: ${GATEWAY_EVENT_TYPES.join(', ')}.` })),
  order: Type.Optional(Type.Enum(['asc', 'desc'], { default: 'asc', description: 'desc: the newest first.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_EVENTS, default: MAX_EVENTS })),
  cursor: Type.Optional(Type.String({ description: 'next_cursor of an earlier answer to the same parameters.' })),
});

/** `GET /api/v1/events`: what happened, oldest first if nothing else is asked. */
export async function eventsRoute(app: FastifyInstance, { read }: { readonly read: EventsReader }): Promise<void> {
  const schema = {
    summary: 'Circuit breakers, refused credentials, reloads, budgets, alerts, and what the gateway depends on',
    tags: ['events'],
    querystring: Querystring,
    response: { 200: EventsAnswer, 400: ErrorAnswer },
  };
  app.get('/events', { schema, ...documented }, async (request) => {
    const { events, next, partial } = await read(parseEventsQuery(request.query as Parameters));
    return {
      events: events.map(({ id, time, ...event }) => ({ id, time: new Date(time).toISOString(), ...event })),
      ...(next === undefined ? {} : { next_cursor: toCursor(next) }),
      partial,
    };
  });
}
