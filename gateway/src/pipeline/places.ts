import { GatewayError } from '../errors/gatewayError.js';
import { type Place, WaitingRoom } from '../routing/waitingRoom.js';
import type { Departure } from './departure.js';

/** A place among the requests under way; released once, when the request has ended. */
export interface OwnPlace {
  release(): void;
}

export interface Places {
  /** Requests that have a place now. */
  readonly inFlight: number;
  /**
   * A place now, or the promise of one.
   * @throws GatewayError 503 when the gateway can take no more, or no place became free in time.
   */
  take(departure: Departure): OwnPlace | Promise<OwnPlace>;
}

export interface PlacesOptions {
  /** Most requests under way at once. */
  readonly maxInFlight: number;
  /** Most requests that wait for a place. */
  readonly maxQueue: number;
  /** Longest wait for a place, in milliseconds. */
  readonly queueTimeoutMs: number;
  /** Whether one more usage event would have no place to be kept. */
  readonly ledgerFull: () => boolean;
}

/** Bounds what is under way. */
export function createPlaces({ maxInFlight, maxQueue, queueTimeoutMs, ledgerFull }: PlacesOptions): Places {
  const limit = `The gateway has ${maxInFlight} requests under way, its limit (server.max_in_flight)`;
  const waitingRoom = new WaitingRoom(maxQueue, queueTimeoutMs, limit);
  let inFlight = 0;
  const own: OwnPlace = {
    release() {
      inFlight--;
      waitingRoom.callNext();
    },
  };
  const waitForPlace = async (departure: Departure): Promise<OwnPlace> => {
    let place: Place | undefined;
    while (inFlight >= maxInFlight && !departure.gone) {
      place = waitingRoom.enter(() => inFlight < maxInFlight, place);
      departure.during(place.leave);
      await place.called;
    }
    inFlight++;
    return own;
  };
  return {
    get inFlight() {
      return inFlight;
    },
    take(departure) {
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
      return own;
    },
  };
}
