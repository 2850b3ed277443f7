import { GatewayError } from '../errors/gatewayError.js';
import type { KeyRing } from '../governance/keyRing.js';
import type { Principal } from '../governance/principal.js';

export type AuthFailure = 'missing_key' | 'invalid_key';

/**
 * First stage. Runs when the headers are in and before the body is read, so that nobody without a key can make the
 * gateway hold a body.
 * @throws GatewayError 401
 */
export function authenticate(
  authorization: string | undefined,
  keys: KeyRing,
  refused: (reason: AuthFailure) => void
): Principal {
  const secret = bearerToken(authorization);
  if (secret === undefined) {
    refused('missing_key');
    throw new GatewayError('No API key. Send one as "Authorization: Bearer <key>".', {
      status: 401,
      type: 'authentication_error',
      code: 'missing_api_key',
    });
  }
  const principal = keys.find(secret);
  if (principal === undefined) {
    refused('invalid_key');
    throw new GatewayError('The API key is not known to this gateway. Check it with whoever gave it to you.', {
      status: 401,
      type: 'authentication_error',
      code: 'invalid_api_key',
    });
  }
  return principal;
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
}
