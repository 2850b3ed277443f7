import { type JWTPayload, errors, jwtVerify } from 'jose';

import type { JwtConfig } from '../../config/schema.js';
import { Holder } from '../credential.js';
import { modelPatterns } from '../modelPatterns.js';
import { KeysUnreachable, type SigningKeys } from './signingKeys.js';
import { expiredToken, invalidToken, jwksUnavailable } from './tokenErrors.js';

/** Clocks may differ by that much, in seconds. */
const CLOCK_TOLERANCE_S = 5;

/** Longest name of a user or a team, as elsewhere. */
const MOST_CHARACTERS = 512;

export interface VerifiedToken {
  readonly holder: Holder;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Checks the tokens of one issuer for one audience. */
export interface Issuer {
  readonly rule: JwtConfig;
  /** @throws GatewayError 401, or 503 while the issuer's keys cannot be read */
  verify(token: string): Promise<VerifiedToken>;
}

export function createIssuer(rule: JwtConfig, keys: SigningKeys, retryAfterSeconds: number): Issuer {
  const models = rule.models && modelPatterns(rule.models);
  return {
    rule,
    async verify(token) {
      let claims: JWTPayload;
      try {
        const { issuer, audience, algorithms } = rule;
        const requiredClaims = ['exp'];
        const options = { issuer, audience, algorithms, requiredClaims, clockTolerance: CLOCK_TOLERANCE_S };
        ({ payload: claims } = await jwtVerify(token, keys, options));
      } catch (error) {
        if (error instanceof KeysUnreachable) {
          throw jwksUnavailable(rule.issuer, retryAfterSeconds, error);
        }
        throw toRefusal(error, rule);
      }
      const holder = new Holder({
        key: rule.name,
        user: userOf(claims, rule),
        team: teamOf(claims, rule),
        tags: undefined,
        models,
        mayComeFrom: undefined,
        expiresAt: undefined,
        replacedAt: undefined,
        revokedAt: undefined,
      });
      return { holder, expiresAt: (claims.exp ?? 0) * 1000 };
    },
  };
}

/** Without the claim nobody could be blocked or kept to a budget, so it must be there. */
function userOf(claims: JWTPayload, { user_claim: claim }: JwtConfig): string {
  const name = claims[claim];
  if (typeof name !== 'string' || name === '' || name.length > MOST_CHARACTERS) {
    throw invalidToken(`its claim "${claim}", which names the user, is missing or is no name`);
  }
  return name;
}

/** Of a list of teams the first one pays. */
function teamOf(claims: JWTPayload, { team_claim: claim, team }: JwtConfig): string | undefined {
  const value = claim === undefined ? undefined : claims[claim];
  const name: unknown = Array.isArray(value) ? value[0] : value;
  if (name === undefined) {
    return team;
  }
  if (typeof name !== 'string' || name === '' || name.length > MOST_CHARACTERS) {
    throw invalidToken(`its claim "${claim}", which names the team, is no name`);
  }
  return name;
}

function toRefusal(error: unknown, { algorithms }: JwtConfig): Error {
  if (error instanceof errors.JWTExpired) {
    return expiredToken((error.payload.exp ?? 0) * 1000);
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const missing = error.reason === 'missing' ? 'is missing' : error.claim === 'nbf' ? 'is still to come' : 'is wrong';
    return invalidToken(`its claim "${error.claim}" ${missing}`, error);
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return invalidToken(`it must be signed with ${algorithms.join(' or ')}`, error);
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return invalidToken('its signature does not fit', error);
  }
  if (error instanceof errors.JWKSNoMatchingKey) {
    return invalidToken('its issuer has no such key as it is signed with', error);
  }
  return invalidToken('it cannot be checked', error);
}
