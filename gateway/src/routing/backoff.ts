export interface BackoffSettings {
  /** Longest first wait, in milliseconds; it doubles with every further one. */
  readonly backoff_ms: number;
  /** Longest wait of all, in milliseconds. */
  readonly backoff_max_ms: number;
}

/**
 * How long to wait before the next try, in milliseconds: "full jitter", anywhere from 0 to the doubled limit, so that
 * clients that failed together do not come back together. What the provider asked for is the least.
 * @param retry 1 for the first retry
 */
export function backoff(
  retry: number,
  { backoff_ms: first, backoff_max_ms: longest }: BackoffSettings,
  retryAfterMs = 0,
  random: () => number = Math.random
): number {
  return Math.max(retryAfterMs, random() * Math.min(longest, first * 2 ** (retry - 1)));
}
