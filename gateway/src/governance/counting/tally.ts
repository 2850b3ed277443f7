import type { Totals } from './standing.js';

interface Bucket {
  readonly number: number;
  used: number;
  reserved: number;
}

/** Amounts in buckets of time; only buckets that were used take room. */
export class Tally {
  /** In order. */
  private buckets: Bucket[] = [];

  /** Adds to a bucket, or takes away with negative amounts. */
  add(number: number, used: number, reserved: number): void {
    const bucket = this.bucket(number);
    bucket.used = Math.max(0, bucket.used + used);
    bucket.reserved = Math.max(0, bucket.reserved + reserved);
  }

  /** Sums from a bucket on. */
  totals(from: number): Totals {
    let used = 0;
    let reserved = 0;
    let oldest: number | undefined;
    for (const bucket of this.buckets) {
      if (bucket.number >= from) {
        used += bucket.used;
        reserved += bucket.reserved;
        if (oldest === undefined && bucket.used + bucket.reserved > 0) {
          oldest = bucket.number;
        }
      }
    }
    return { used, reserved, oldest };
  }

  /** Only what is reserved stays. */
  forgetUsed(): void {
    this.buckets.forEach((bucket) => (bucket.used = 0));
  }

  dropBefore(number: number): void {
    const kept = this.buckets.findIndex((bucket) => bucket.number >= number);
    if (kept > 0) {
      this.buckets.splice(0, kept);
    }
  }

  private bucket(number: number): Bucket {
    const after = this.buckets.findLastIndex((bucket) => bucket.number <= number);
    const found = this.buckets[after];
    if (found?.number === number) {
      return found;
    }
    const bucket = { number, used: 0, reserved: 0 };
    this.buckets.splice(after + 1, 0, bucket);
    return bucket;
  }
}
