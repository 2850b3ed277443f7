import { hash, timingSafeEqual } from 'node:crypto';
import type { onRequestHookHandler } from 'fastify';

import { bearerToken } from '../pipeline/authenticate.js';
import { GatewayError } from '../errors/gatewayError.js';

/** Lets only requests with one of the tokens pass. @param what the name of the token, for the error. */
export function bearerGuard(tokens: readonly string[], what: string): onRequestHookHandler {
  const digests = tokens.map(digest);
  return (request, _reply, done) => {
    const given = bearerToken(request.headers.authorization);
    const found = given !== undefined && digests.some((known) => timingSafeEqual(known, digest(given)));
    if (found) {
      done();
      return;
    }
    const message =
      given === undefined
        ? `This needs ${what}. Send it as "Authorization: Bearer <token>".`
        : `The token is not ${what} of this gateway.`;
    done(new GatewayError(message, { status: 401, type: 'authentication_error', code: 'invalid_token' }));
  };
}

function digest(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
