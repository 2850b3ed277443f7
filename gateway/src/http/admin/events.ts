import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import type { RoutingEvent } from '../../routing/events.js';

/** Reads events since a time, in epoch milliseconds. */
export type EventsReader = (since: number) => readonly RoutingEvent[];

const Event = Type.Object({
  time: Type.String({ format: 'date-time' }),
  type: Type.String({ description: 'breaker or credential_refused.' }),
  provider: Type.String(),
  deployment: Type.Optional(Type.String()),
  from: Type.Optional(Type.String()),
  to: Type.String(),
  reason: Type.String(),
  followed: Type.Boolean({ description: 'Whether it only follows what another replica found.' }),
});

/** `GET /api/v1/events`: what happened in routing since the gateway started, oldest first. */
export async function eventsRoute(app: FastifyInstance, { read }: { readonly read: EventsReader }): Promise<void> {
  const schema = {
    summary: 'Circuit breakers and refused credentials, in order; the last 1,000',
    tags: ['events'],
    querystring: Type.Object({
      from: Type.Optional(Type.Integer({ minimum: 0, description: 'Epoch milliseconds.' })),
    }),
    response: { 200: Type.Object({ events: Type.Array(Event) }) },
  };
  app.get<{ Querystring: { from?: number } }>('/events', { schema }, ({ query }) => ({
    events: read(query.from ?? 0).map(({ time, ...event }) => ({ time: new Date(time).toISOString(), ...event })),
  }));
}
