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
  /** Of no meaning to `parallel`. */
  readonly window: CountingWindow;
  /**
   * What the ledger says was used in the window, asked for once when a counter of `spend` is new: of a fixed window one
   * amount, of a rolling one an amount for each of its buckets in which anything was used, so that it ages as it should.
   * What has ended but is not written yet should be written first. Only of requests read before `before` (epoch
   * milliseconds, may lie ahead), where it is given: so that the ledger and the counter never both count a request.
   */
  readonly seed?: ((before?: number) => Promise<readonly SeedAmount[]>) | undefined;
  /** Epoch milliseconds; what the counter holds from before lacks something, so that the ledger is asked again. */
  readonly renewedAt?: number | undefined;
}

export interface SeedAmount {
  /** Some time within the bucket, in epoch milliseconds. */
  readonly at: number;
  readonly amount: number;
}

/** Where a counter stands. */
export interface Standing {
  readonly counter: string;
  readonly used: number;
  readonly reserved: number;
  readonly limit: number | undefined;
  /**
   * Epoch milliseconds at which the window ends, or at which the oldest bucket that counts in a rolling one no longer
   * does; for `parallel`, and where nothing counts, the time asked about.
   */
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
   * Takes all claims or none, atomically. `id` is the request's, and held by no reservation that is not settled; `at`
   * the time it was read, in epoch milliseconds. No counter may be claimed twice.
   * @throws TypeError for an amount that is not a whole number of at least 0.
   * @throws GatewayError 503 when the shared state is down and the configuration says to refuse.
   */
  reserve(id: string, claims: readonly Claim[], at: number): Reservation | Promise<Reservation>;
  /** Puts what was really used in place of what was reserved. Once for each granted reservation; never throws. */
  settle(id: string, actuals: readonly number[]): void;
  /**
   * Counts what a request used that had reserved nothing there, as its budgets are newer than it is. It must be in the
   * ledger, or about to be written: counters that nobody knows yet have it from there. Never throws.
   */
  charge(id: string, claims: readonly Claim[], actuals: readonly number[], at: number): void;
  /** Where counters stand, without taking anything. */
  read(claims: readonly Claim[], at: number): Promise<readonly Standing[]>;
  close(): Promise<void>;
}
