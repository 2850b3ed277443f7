import { GatewayError } from '../../errors/gatewayError.js';

/** @param why a clause that names no secret, e.g. `its signature does not fit` */
export function invalidToken(why: string, cause?: unknown): GatewayError {
  return new GatewayError(`The token is not valid here: ${why}.`, {
    status: 401,
    type: 'authentication_error',
    code: 'invalid_token',
    cause,
  });
}

/** @param at epoch milliseconds */
export function expiredToken(at: number): GatewayError {
  return new GatewayError(`The token expired at ${new Date(at).toISOString()}. Get a new one from its issuer.`, {
    status: 401,
    type: 'authentication_error',
    code: 'token_expired',
  });
}

/** Nobody can tell now whether the token is good, so it is not called bad. */
export function jwksUnavailable(issuer: string, retryAfterSeconds: number, cause: unknown): GatewayError {
  const message = `The keys of the token issuer ${issuer} cannot be read now, so the token cannot be checked. Try again later.`;
  return new GatewayError(message, {
    status: 503,
    type: 'overloaded',
    code: 'jwks_unavailable',
    retryAfterSeconds,
    cause,
  });
}
