import { GatewayError } from '../errors/gatewayError.js';
import type { Identity } from '../governance/identity.js';

const time = (at: number): string => new Date(at).toISOString();

export function missingKey(): GatewayError {
  return unauthenticated('missing_api_key', 'No API key. Send one as "Authorization: Bearer <key>".');
}

export function unknownKey(): GatewayError {
  const message = 'The API key is not known to this gateway. Check it with whoever gave it to you.';
  return unauthenticated('invalid_api_key', message);
}

/** Why a key that once was good is no longer, if so. @param now epoch milliseconds */
export function endedKey({ key, revokedAt, replacedAt, expiresAt }: Identity, now: number): GatewayError | undefined {
  if (revokedAt !== undefined) {
    return unauthenticated(
      'invalid_api_key',
      `The API key "${key}" was revoked at ${time(revokedAt)}. Ask for a new one.`
    );
  }
  if (replacedAt !== undefined && replacedAt <= now) {
    const message = `The API key "${key}" has a new secret, and this one ended at ${time(replacedAt)}. Use the new one.`;
    return unauthenticated('invalid_api_key', message);
  }
  if (expiresAt !== undefined && expiresAt <= now) {
    return unauthenticated('api_key_expired', `The API key "${key}" expired at ${time(expiresAt)}. Ask for a new one.`);
  }
  return undefined;
}

export function addressNotAllowed({ key }: Identity, address: string): GatewayError {
  const message = `The API key "${key}" may not be used from ${address}. Ask whoever runs this gateway to allow it.`;
  return new GatewayError(message, { status: 403, type: 'permission_error', code: 'address_not_allowed' });
}

/** The key may be one that this replica has not heard of yet, so it is not called wrong. */
export function keyStoreUnavailable(retryAfterSeconds: number): GatewayError {
  return new GatewayError('The key cannot be checked now, as the store of keys cannot be read. Try again later.', {
    status: 503,
    type: 'overloaded',
    code: 'key_store_unavailable',
    retryAfterSeconds,
  });
}

function unauthenticated(code: string, message: string): GatewayError {
  return new GatewayError(message, { status: 401, type: 'authentication_error', code });
}
