// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import type { WebhookDeliveryRow } from '../../store/schema.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { checkParameters } from './listParameters.js';
import { type Parameters, invalid, parseCount, single } from './queryParameters.js';

/** The newest calls of a state, or of all. */
export type DeliveriesReader = (state: string | undefined, limit: number) => Promise<readonly WebhookDeliveryRow[]>;

const STATES = ['pending', 'delivered', 'failed'];
const MAX_DELIVERIES = 1_000;
const USUAL = 100;

const Querystring = Type.Object({
  state: Type.Optional(Type.Enum(STATES)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_DELIVERIES, default: USUAL })),
});

const Time = Type.String({ format: 'date-time' });
const Answer = Type.Object({
  deliveries: Type.Array(
    Type.Object({
      id: Type.String({ description: 'As in x-llm-gateway-delivery.' }),
      created_at: Time,
      webhook: Type.String(),
      type: Type.String(),
      body: Type.Unknown({ description: 'What is sent.' }),
      attempts: Type.Integer(),
      next_at: Type.Optional({ ...Time, description: 'Of the next attempt, while it is pending.' }),
      state: Type.Enum(STATES),
      last_error: Type.Optional(Type.String()),
    })
  ),
});

/** `GET /api/v1/webhooks/deliveries`: calls that are to be made, were made, or were given up; the newest first. */
export async function webhookDeliveriesRoute(
  app: FastifyInstance,
  { read }: { readonly read: DeliveriesReader }
): Promise<void> {
  const schema = {
    summary: 'Calls of webhooks, the newest first',
    tags: ['events'],
    querystring: Querystring,
    response: { 200: Answer, 400: ErrorAnswer },
  };
  app.get('/webhooks/deliveries', { schema, ...documented }, async (request) => {
    const parameters = request.query as Parameters;
    checkParameters(parameters, ['state', 'limit']);
    const state = single(parameters, 'state');
    if (state !== undefined && !STATES.includes(state)) {
      throw invalid('state', `state must be one of: ${STATES.join(', ')}`);
    }
    const rows = await read(state, parseCount(parameters, 'limit', MAX_DELIVERIES) ?? USUAL);
    return { deliveries: rows.map(toAnswer) };
  });
}

function toAnswer({ created_at: createdAt, next_at: nextAt, last_error: lastError, body, ...row }: WebhookDeliveryRow) {
  return {
    ...row,
    created_at: new Date(createdAt).toISOString(),
    body: JSON.parse(body) as unknown,
    ...(row.state === 'pending' ? { next_at: new Date(nextAt).toISOString() } : {}),
    ...(lastError === null ? {} : { last_error: lastError }),
  };
}
