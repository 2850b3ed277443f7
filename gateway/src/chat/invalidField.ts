import { GatewayError } from '../errors/gatewayError.js';

/** A field of the request that is wrong, or cannot be expressed; the message says what to do. */
export function invalidField(param: string, message: string): GatewayError {
  return new GatewayError(message, { status: 400, type: 'invalid_request_error', param });
}
