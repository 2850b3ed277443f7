import { GatewayError } from '../errors/gatewayError.js';

/** A place among the requests under way; released once, when the request has ended. */
export interface Admission {
  release(): void;
}

export interface Admitter {
  /** @throws GatewayError 503 when the gateway can take no more. */
  admit(): Admission;
}

export interface AdmitterOptions {
  /** Most requests under way at once. */
  readonly maxInFlight: number;
  /** Whether one more usage event would have no place to be kept. */
  readonly ledgerFull: () => boolean;
}

/** Second stage. Bounds what is under way; limits and budgets reserve here too, once there are any. */
export function createAdmitter({ maxInFlight, ledgerFull }: AdmitterOptions): Admitter {
  let inFlight = 0;
  const admission: Admission = {
    release() {
      inFlight--;
    },
  };
  return {
    admit() {
      if (inFlight >= maxInFlight) {
        throw overloaded(
          `The gateway has ${maxInFlight} requests under way, its limit. Try again shortly.`,
          'too_many_requests_in_flight'
        );
      }
      if (ledgerFull()) {
        throw overloaded('The gateway cannot account for more requests: its ledger store is down.', 'ledger_full');
      }
      inFlight++;
      return admission;
    },
  };
}

function overloaded(message: string, code: string): GatewayError {
  return new GatewayError(message, { status: 503, type: 'overloaded', code, retryAfterSeconds: 1 });
}
