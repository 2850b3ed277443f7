import type { FastifyReply } from 'fastify';

import { errorBody } from '../errors/errorBody.js';
import type { GatewayError } from '../errors/gatewayError.js';

/** Answers with an error, in OpenAI's shape if no other is asked for. */
export function sendError(
  reply: FastifyReply,
  error: GatewayError,
  shape: (error: GatewayError) => string = errorBody
): FastifyReply {
  if (error.retryAfterSeconds !== undefined) {
    void reply.header('retry-after', Math.ceil(error.retryAfterSeconds));
  }
  if (error.status === 401) {
    void reply.header('www-authenticate', 'Bearer');
  }
  return reply.code(error.status).type('application/json; charset=utf-8').send(shape(error));
}
