import { windowedName } from '../buckets.js';
import type { Claim } from '../counters.js';

/** One hash tag, so that a cluster keeps all of it in one place and a script may touch any of it. */
const PREFIX = '{llm-gateway}:';

/** Sorted set of the reservations that are held, by the end of their lease in epoch milliseconds. */
export const LEASES_KEY = `${PREFIX}leases`;

/** Changes whenever counters may have missed something, and are to be compared with the ledger. */
export const EPOCH_KEY = `${PREFIX}epoch`;

/** A reservation: its `state` (`held` or `expired`) and its `claims`. */
export function reservationKey(id: string): string {
  return `${PREFIX}reservation:${id}`;
}

/**
 * A counter in one window, a hash. Of each bucket `u<bucket>` used, `r<bucket>` reserved, `b<bucket>` the ledger's sum
 * of requests read before `cut`, `l<bucket>:<slot>` used by such requests in a slot of time since; and the `epoch` of
 * that sum.
 */
export function counterKey(claim: Claim): string {
  return `${PREFIX}counter:${windowedName(claim)}`;
}
