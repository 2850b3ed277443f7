import { hash, timingSafeEqual } from 'node:crypto';
import type { onRequestHookHandler } from 'fastify';

import { bearerToken } from '../pipeline/authenticate.js';
import { GatewayError } from '../errors/gatewayError.js';

/** Lets only requests with one of the tokens pass. @param what the name of the token, for the error. */
export function bearerGuard(tokens: readonly string[], what: string): onRequestHookHandler {
  const isOne = tokenCheck(tokens);
  return (request, _reply, done) => {
    const given = bearerToken(request.headers.authorization);
    done(given !== undefined && isOne(given) ? undefined : unknownToken(given, what));
  };
}

/** Tells whether a token is one of these, in the same time whether or not it is nearly right. */
export function tokenCheck(tokens: readonly string[]): (given: string) => boolean {
  const digests = tokens.map(digest);
  return (given) => {
    const asked = digest(given);
    return digests.some((known) => timingSafeEqual(known, asked));
  };
}

export function unknownToken(given: string | undefined, what: string): GatewayError {
  const message =
    given === undefined
      ? `This needs ${what}. Send it as "Authorization: Bearer <token>".`
      : `The token is not ${what} of this gateway.`;
  return new GatewayError(message, { status: 401, type: 'authentication_error', code: 'invalid_token' });
}

function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
