import type { FastifyRequest } from 'fastify';

import type { SeenSignatures } from '../../alerts/seenSignatures.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { bearerToken } from '../../pipeline/authenticate.js';
import { verifySignature } from '../../webhooks/signature.js';
import { tokenCheck, unknownToken } from '../bearerGuard.js';

/** How far a signed call's timestamp may be from now, in either direction, in seconds. */
export const TOLERANCE_SECONDS = 300;

/** Our own names, as config `webhooks` sends them, and the ones that Grafana's documentation uses. */
const HEADERS = [
  ['x-llm-gateway-signature', 'x-llm-gateway-timestamp'],
  ['x-grafana-alerting-signature', 'x-grafana-alerting-timestamp'],
] as const;

const WANTED =
  'the alerts token (LLM_GATEWAY_ALERTS_TOKEN), or a signature made with it in x-llm-gateway-signature and x-llm-gateway-timestamp';

export interface AlertTokens {
  readonly alertsToken: string;
  readonly adminToken: string;
}

/** A call whose credential is right. */
export interface KnownSender {
  /** The call was not taken: if it was signed, the same may come again. */
  readonly release: () => void;
}

/** Tells who may send alerts: who holds the alerts token or the admin token, or signs with the alerts token. */
export class AlertSenders {
  private readonly isToken: (given: string) => boolean;

  constructor(
    private readonly tokens: AlertTokens,
    private readonly seen: SeenSignatures
  ) {
    this.isToken = tokenCheck([tokens.alertsToken, tokens.adminToken]);
  }

  /** Before the body is read. @throws GatewayError 401 where there is no credential, or a wrong token */
  checkHeaders(request: FastifyRequest): void {
    const given = bearerToken(request.headers.authorization);
    if (given === undefined ? signatureOf(request) === undefined : !this.isToken(given)) {
      throw unknownToken(given, WANTED);
    }
  }

  /**
   * Once the body is there.
   * @param now epoch milliseconds
   * @throws GatewayError 401 where the signature is wrong or old, 409 where the same call was taken before.
   */
  check(request: FastifyRequest, body: Buffer, now: number): KnownSender {
    const given = bearerToken(request.headers.authorization);
    if (given !== undefined && this.isToken(given)) {
      return { release: () => undefined };
    }
    const signed = signatureOf(request);
    if (signed === undefined) {
      throw unknownToken(given, WANTED);
    }
    const { signature, timestamp } = signed;
    if (timestamp === undefined) {
      throw refused(
        "A signature needs a timestamp. Set timestampHeader of the contact point's hmacConfig to x-llm-gateway-timestamp."
      );
    }
    if (!verifySignature(this.tokens.alertsToken, timestamp, body, signature, now, TOLERANCE_SECONDS)) {
      throw refused(
        `The signature is not one of the alerts token over "timestamp:body", or its timestamp is more than ${TOLERANCE_SECONDS} s from this gateway's clock.`
      );
    }
    const digits = signature.toLowerCase();
    const known = digits.slice(digits.indexOf('=') + 1);
    switch (this.seen.take(known, now)) {
      case 'new':
        return { release: () => this.seen.release(known) };
      case 'seen':
        throw new GatewayError('This signed call was taken before; sign each call anew.', {
          status: 409,
          type: 'invalid_request_error',
          code: 'replayed',
        });
      case 'full':
        throw new GatewayError('Too many signed calls within a few minutes; try again.', {
          status: 503,
          type: 'overloaded',
          code: 'too_many_signatures',
          retryAfterSeconds: 60,
        });
    }
  }
}

function signatureOf({ headers }: FastifyRequest): { signature: string; timestamp: string | undefined } | undefined {
  for (const [name, timeName] of HEADERS) {
    const [signature, timestamp] = [headers[name], headers[timeName]];
    if (typeof signature === 'string') {
      return { signature, timestamp: typeof timestamp === 'string' ? timestamp : undefined };
    }
  }
  return undefined;
}

function refused(message: string): GatewayError {
  return new GatewayError(message, { status: 401, type: 'authentication_error', code: 'invalid_signature' });
}
