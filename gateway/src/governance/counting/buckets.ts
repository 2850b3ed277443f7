import type { Claim, CountingWindow } from './counters.js';

/** How much later than others a request may be reserved and still be counted rightly, in milliseconds. */
const LATENESS_MS = 60_000;

/** Length of a bucket in milliseconds. */
function widthOf(window: CountingWindow & { kind: 'rolling' }): number {
  return Math.ceil(window.lengthMs / window.buckets);
}

/** Number of the bucket that a time falls into; of a fixed window always 0. */
export function bucketAt(window: CountingWindow, at: number): number {
  return window.kind === 'fixed' ? 0 : Math.floor(at / widthOf(window));
}

/** The oldest bucket that counts at a time: one more than the window has, as the oldest counts whole. */
export function oldestAt(window: CountingWindow, at: number): number {
  return window.kind === 'fixed' ? 0 : bucketAt(window, at) - window.buckets;
}

/** Buckets before this one are of no use any more. */
export function keptFrom(window: CountingWindow, at: number): number {
  return window.kind === 'fixed' ? 0 : oldestAt(window, at) - Math.ceil(LATENESS_MS / widthOf(window));
}

/** When a bucket stops counting, in epoch milliseconds. */
export function endOf(window: CountingWindow, bucket: number): number {
  return window.kind === 'fixed' ? window.end : (bucket + window.buckets + 1) * widthOf(window);
}

/** Time after `at` for which what is counted then is of use, in milliseconds. */
export function usefulMs(window: CountingWindow, at: number): number {
  const end = endOf(window, bucketAt(window, at));
  return Math.max(0, end - at) + LATENESS_MS;
}

/** Name of a counter in one window: a fixed window that has ended leaves its counter behind. */
export function windowedName({ counter, kind, window }: Claim): string {
  return kind === 'parallel' || window.kind === 'rolling' ? `-@${counter}` : `${window.start}@${counter}`;
}

/** Bucket of a claim: what is held at the same time has no time. */
export function bucketOf({ kind, window }: Claim, at: number): number {
  return kind === 'parallel' ? 0 : bucketAt(window, at);
}

export function oldestOf({ kind, window }: Claim, at: number): number {
  return kind === 'parallel' ? 0 : oldestAt(window, at);
}
