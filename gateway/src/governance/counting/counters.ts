/**
 * Time over which a counter counts, cut into buckets. An amount belongs to the bucket of the time its request was
 * read, as in the ledger. A calendar window is one bucket; a rolling one is several, and the oldest counts whole until
 * it is out, so that no true window ever holds more than the limit.
 */
export type CountingWindow =
  | { readonly kind: 'fixed'; readonly start: number; readonly end: number }
  | { readonly kind: 'rolling'; readonly lengthMs: number; readonly buckets: number };

/** A part of one counter that a request asks for. Amounts are integers: requests, tokens or nano-dollars. */
export interface Claim {
  /** Name of the counter: the same on every replica and after a restart. Of a fixed window, without its start. */
  readonly counter: string;
  /**
   * `spend` is reserved and replaced by the actual amount; `rate` is counted at once and corrected afterwards;
   * `parallel` is held until the request ends.
   */
  readonly kind: 'spend' | 'rate' | 'parallel';
  readonly amount: number;
  /** Undefined is only counted and never refuses. */
  readonly limit: number | undefined;
  readonly window: CountingWindow;
  /** What the ledger says was used in the window, asked for once when a counter of `spend` is new. */
  readonly seed?: (() => Promise<number>) | undefined;
}

/** Where a counter stands. */
export interface Standing {
  readonly counter: string;
  readonly used: number;
  readonly reserved: number;
  readonly limit: number | undefined;
  /** Epoch milliseconds at which the window ends, or at which the oldest bucket of a rolling one does. */
  readonly resetsAt: number;
}

export type Reservation =
  /** In the order of the claims. */
  | { readonly granted: true; readonly standings: readonly Standing[] }
  /** Index of the first claim that did not fit; nothing was taken from any counter. */
  | { readonly granted: false; readonly refused: number; readonly standing: Standing };

/** Counts what requests use, in this process or for all replicas. */
export interface Counters {
  /**
   * Takes all claims or none, atomically. `id` is the request's; `at` the time it was read, in epoch milliseconds.
   * @throws GatewayError 503 when the shared state is down and the configuration says to refuse.
   */
  reserve(id: string, claims: readonly Claim[], at: number): Reservation | Promise<Reservation>;
  /** Puts what was really used in place of what was reserved. Once for each granted reservation; never throws. */
  settle(id: string, actuals: readonly number[]): void;
  /** Where counters stand, without taking anything. */
  read(claims: readonly Claim[], at: number): Promise<readonly Standing[]>;
  close(): Promise<void>;
}
