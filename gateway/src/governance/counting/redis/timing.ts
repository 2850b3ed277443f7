/** Times of counters in Redis, in milliseconds. */
export interface Timing {
  /** How long a reservation is held of which nothing is heard; extended three times in that. */
  readonly leaseMs: number;
  /**
   * How far ahead of its seeding the requests end of which the ledger answers for: more than clocks of replicas differ,
   * and more than the last replica takes to see that Redis is back.
   */
  readonly cutAheadMs: number;
  /** How long after its seeding a counter is compared with the ledger again. */
  readonly refreshMs: number;
  /** Longest that a request which was settled is not in the ledger. */
  readonly writtenWithinMs: number;
}

export const TIMING: Timing = { leaseMs: 60_000, cutAheadMs: 5_000, refreshMs: 20_000, writtenWithinMs: 5_000 };

/** How long a reservation can still be settled after its lease has run out, in milliseconds. */
export const EXPIRED_TTL_MS = 3_600_000;

const SLOT_MS = 1_000;

/** Number of the slot of time that something was settled in. */
export function slotAt(time: number): number {
  return Math.floor(time / SLOT_MS);
}
