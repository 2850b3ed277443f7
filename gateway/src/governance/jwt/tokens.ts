import { isDeepStrictEqual } from 'node:util';
import { type JSONWebKeySet, type JWTPayload, decodeJwt } from 'jose';
import type { Logger } from 'pino';

import type { Config, JwtConfig } from '../../config/schema.js';
import type { Holder } from '../credential.js';
import { hashSecret } from '../keySecret.js';
import { fetchKeys } from './fetchKeys.js';
import { type Issuer, createIssuer } from './issuer.js';
import { createSigningKeys } from './signingKeys.js';
import { invalidToken } from './tokenErrors.js';

interface Known {
  readonly holder: Holder;
  /** Epoch milliseconds until which it need not be checked again. */
  readonly until: number;
}

/** Most checked tokens that are remembered; the oldest go first. */
const MOST_KNOWN = 10_000;

/** Three parts, the last empty where a token is not signed: such a one is told what it lacks. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Who holds a JWT. A token that was checked is believed for auth.refresh_ms, and never past its end, so that not every
 * request pays for a signature.
 */
export class Tokens {
  private issuers: readonly Issuer[] = [];
  private refreshMs = 0;
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly log: Pick<Logger, 'warn'>,
    private readonly now: () => number = Date.now
  ) {}

  /** Puts rules in force. Those that did not change go on with the keys they know. */
  configure({ jwt, refresh_ms: refreshMs }: Config['auth']): void {
    const rules = this.issuers.map(({ rule }) => rule);
    if (refreshMs === this.refreshMs && isDeepStrictEqual(jwt, rules)) {
      return;
    }
    const before = refreshMs === this.refreshMs ? this.issuers : [];
    this.issuers = jwt.map(
      (rule) => before.find((each) => isDeepStrictEqual(each.rule, rule)) ?? this.createIssuer(rule, refreshMs)
    );
    this.refreshMs = refreshMs;
    this.known.clear();
  }

  /** Whether a secret is for us to judge. */
  handles(secret: string): boolean {
    return this.issuers.length > 0 && JWT.test(secret);
  }

  /** A promise only where it is to be checked. @throws GatewayError 401, or 503 */
  holderOf(token: string): Holder | Promise<Holder> {
    const hash = hashSecret(token);
    const known = this.known.get(hash);
    return known !== undefined && known.until > this.now() ? known.holder : this.check(token, hash);
  }

  private async check(token: string, hash: string): Promise<Holder> {
    const { issuers, refreshMs } = this;
    const { holder, expiresAt } = await issuerOf(token, issuers).verify(token);
    // While it was checked, its rule may have gone.
    if (issuers === this.issuers) {
      this.known.delete(hash);
      this.known.set(hash, { holder, until: Math.min(expiresAt, this.now() + refreshMs) });
      if (this.known.size > MOST_KNOWN) {
        this.known.delete(this.known.keys().next().value ?? '');
      }
    }
    return holder;
  }

  private createIssuer(rule: JwtConfig, refreshMs: number): Issuer {
    const read = async (): Promise<JSONWebKeySet> => {
      try {
        return await fetchKeys(rule);
      } catch (error) {
        this.log.warn({ err: error, issuer: rule.issuer }, 'the keys of a token issuer cannot be read');
        throw error;
      }
    };
    const keys = createSigningKeys(read, refreshMs, this.now);
    return createIssuer(rule, keys, Math.max(1, Math.ceil(refreshMs / 1000)));
  }
}

/** The rule for what a token says of itself; whether that is true is for the rule to find out. */
function issuerOf(token: string, issuers: readonly Issuer[]): Issuer {
  const { iss, aud } = readClaims(token);
  const ofIssuer = issuers.filter(({ rule }) => rule.issuer === iss);
  if (ofIssuer.length === 0) {
    throw invalidToken('its issuer is none that this gateway knows');
  }
  const found = ofIssuer.find(({ rule }) => [aud].flat().includes(rule.audience));
  if (found === undefined) {
    const wanted = ofIssuer.map(({ rule }) => `"${rule.audience}"`).join(' or ');
    throw invalidToken(`it is not for this gateway, its claim "aud" must be ${wanted}`);
  }
  return found;
}

function readClaims(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch (error) {
    throw invalidToken('it cannot be read', error);
  }
}
