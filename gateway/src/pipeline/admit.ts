import { GatewayError } from '../errors/gatewayError.js';
import { type Place, WaitingRoom } from '../routing/waitingRoom.js';
import type { Departure } from './departure.js';

/** A place among the requests under way; released once, when the request has ended. */
export interface Admission {
  release(): void;
}

export interface Admitter {
  /**
   * A place now, or the promise of one.
   * @throws GatewayError 503 when the gateway can take no more, or no place became free in time.
   */
  admit(departure: Departure): Admission | Promise<Admission>;
}

export interface AdmitterOptions {
  /** Most requests under way at once. */
  readonly maxInFlight: number;
  /** Most requests that wait for a place. */
  readonly maxQueue: number;
  /** Longest wait for a place, in milliseconds. */
  readonly queueTimeoutMs: number;
  /** Whether one more usage event would have no place to be kept. */
  readonly ledgerFull: () => boolean;
}

/** Second stage. Bounds what is under way; limits and budgets reserve here too, once there are any. */
export function createAdmitter({ maxInFlight, maxQueue, queueTimeoutMs, ledgerFull }: AdmitterOptions): Admitter {
  const limit = `The gateway has ${maxInFlight} requests under way, its limit (server.max_in_flight)`;
  const waitingRoom = new WaitingRoom(maxQueue, queueTimeoutMs, limit);
  let inFlight = 0;
  const admission: Admission = {
    release() {
      inFlight--;
      waitingRoom.callNext();
    },
  };
  const waitForPlace = async (departure: Departure): Promise<Admission> => {
    let place: Place | undefined;
    while (inFlight >= maxInFlight && !departure.gone) {
      place = waitingRoom.enter(() => inFlight < maxInFlight, place);
      departure.during(place.leave);
      await place.called;
    }
    inFlight++;
    return admission;
  };
  return {
    admit(departure) {
      if (ledgerFull()) {
        throw new GatewayError('The gateway cannot account for more requests: its ledger store is down.', {
          status: 503,
          type: 'overloaded',
          code: 'ledger_full',
          retryAfterSeconds: 1,
        });
      }
      if (inFlight >= maxInFlight) {
        return waitForPlace(departure);
      }
      inFlight++;
      return admission;
    },
  };
}
