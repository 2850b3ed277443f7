import type { IncomingHttpHeaders } from 'node:http';

import { GatewayError } from '../errors/gatewayError.js';
import { blockedError } from '../governance/authorize.js';
import type { Credential } from '../governance/credential.js';
import type { Directory } from '../governance/directory.js';
import type { Tokens } from '../governance/jwt/tokens.js';
import type { Principal } from '../governance/principal.js';
import { addressNotAllowed, endedKey, keyStoreUnavailable, missingKey, unknownKey } from './authenticateErrors.js';

/** Why somebody was not let in, as the metrics have it, by the code of the refusal. */
const FAILURES = {
  missing_api_key: 'missing_key',
  invalid_api_key: 'invalid_key',
  api_key_expired: 'expired_key',
  invalid_token: 'invalid_token',
  token_expired: 'expired_token',
  address_not_allowed: 'address',
  blocked: 'blocked',
  key_store_unavailable: 'key_store_unavailable',
  jwks_unavailable: 'jwks_unavailable',
} as const;

export type AuthFailure = (typeof FAILURES)[keyof typeof FAILURES];

/** What is looked at of a request; Fastify's has it. */
export interface Caller {
  readonly headers: IncomingHttpHeaders;
  /** Address of the client. */
  readonly ip: string;
}

export interface AuthenticateParts {
  readonly directory: Directory;
  readonly tokens: Tokens;
  /** Whether the store of keys could be read when that was last tried. */
  readonly storeReadable: () => boolean;
  /** Told of each refusal, for the metrics. */
  readonly refused: (reason: AuthFailure) => void;
  readonly now?: () => number;
}

/** The store is tried again every few seconds (auth.refresh_ms). */
const STORE_RETRY_AFTER_S = 5;

/**
 * First stage. Runs when the headers are in and before the body is read, so that nobody without a key can make the
 * gateway hold a body. A promise only for a token whose signature is to be checked.
 * @throws GatewayError 401, 403 or 503; a promise is rejected with it
 */
export function authenticate(caller: Caller, parts: AuthenticateParts): Principal | Promise<Principal> {
  const refuse = (thrown: unknown): never => {
    const code = thrown instanceof GatewayError ? thrown.code : undefined;
    if (code !== undefined && code in FAILURES) {
      parts.refused(FAILURES[code as keyof typeof FAILURES]);
    }
    throw thrown;
  };
  try {
    const principal = identify(caller, parts);
    return principal instanceof Promise ? principal.catch(refuse) : principal;
  } catch (error) {
    return refuse(error);
  }
}

function identify(caller: Caller, parts: AuthenticateParts): Principal | Promise<Principal> {
  const { directory, tokens, storeReadable, now = Date.now } = parts;
  const secret = secretOf(caller.headers);
  if (secret === undefined) {
    throw missingKey();
  }
  const known = directory.find(secret);
  if (known !== undefined) {
    return letIn(known, caller, now());
  }
  if (tokens.handles(secret)) {
    const holder = tokens.holderOf(secret);
    return holder instanceof Promise
      ? holder.then((checked) => letIn(checked.credential(directory), caller, now()))
      : letIn(holder.credential(directory), caller, now());
  }
  throw storeReadable() ? unknownKey() : keyStoreUnavailable(STORE_RETRY_AFTER_S);
}

function letIn({ identity, principal, blocked }: Credential, caller: Caller, now: number): Principal {
  const ended = endedKey(identity, now);
  if (ended !== undefined) {
    throw ended;
  }
  if (identity.mayComeFrom?.(caller.ip) === false) {
    throw addressNotAllowed(identity, caller.ip);
  }
  if (blocked !== undefined) {
    throw blockedError(blocked);
  }
  return principal;
}

/** As OpenAI's clients send a key, or else as Anthropic's or Azure's do. */
function secretOf(headers: IncomingHttpHeaders): string | undefined {
  return bearerToken(headers.authorization) ?? plain(headers['x-api-key']) ?? plain(headers['api-key']);
}

function plain(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && header !== '' ? header : undefined;
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
}
