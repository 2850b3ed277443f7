import type { FastifyReply } from 'fastify';

import { errorBody } from '../errors/errorBody.js';
import type { GatewayError } from '../errors/gatewayError.js';

/** Answers with an error in OpenAI's shape. */
export function sendError(reply: FastifyReply, error: GatewayError): FastifyReply {
  if (error.retryAfterSeconds !== undefined) {
    void reply.header('retry-after', Math.ceil(error.retryAfterSeconds));
  }
  if (error.status === 401) {
    void reply.header('www-authenticate', 'Bearer');
  }
  return reply.code(error.status).type('application/json; charset=utf-8').send(errorBody(error));
}
