import type { FastifyError } from 'fastify';

import { GatewayError } from '../errors/gatewayError.js';

/** What Fastify itself refuses, as an error that says what to do. */
export function fastifyFault(thrown: unknown, bodyLimit: number): GatewayError {
  const { code, statusCode, message } = thrown as Partial<FastifyError>;
  if (thrown instanceof GatewayError || statusCode === undefined || statusCode >= 500) {
    return GatewayError.from(thrown);
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new GatewayError(
      `The request body is larger than ${bodyLimit} bytes, the limit of this gateway (server.body_limit_bytes).`,
      { status: 413, type: 'invalid_request_error', code: 'request_too_large' }
    );
  }
  return new GatewayError(message ?? 'The request is not valid.', {
    status: statusCode,
    type: 'invalid_request_error',
    code: code?.toLowerCase(),
  });
}
