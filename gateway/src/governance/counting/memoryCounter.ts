import { bucketOf, keptFrom, oldestOf, usefulMs } from './buckets.js';
import type { Worth } from './boundedTable.js';
import type { Claim, SeedAmount } from './counters.js';
import { Tally } from './tally.js';
import type { Totals } from './standing.js';

/** One counter in one window, in this process. */
export class MemoryCounter {
  private readonly tally = new Tally();
  /** Reservations that are not settled, and calls that have it in hand. */
  private holds = 0;
  private usefulUntil: number;
  /** Pending while the ledger is asked what was used before; nothing is granted meanwhile. */
  seeding: Promise<void> | undefined;
  /** Has no sum of the ledger yet, as it could not be asked. */
  provisional = false;
  /** Read time of the first request that it knows; the ledger answers for those before. */
  since: number;

  constructor(claim: Claim, at: number) {
    this.since = at;
    this.usefulUntil = usefulUntil(claim, at);
  }

  /** It stays until it is let go as often. */
  hold(): void {
    this.holds++;
  }

  letGo(): void {
    this.holds--;
  }

  totals(claim: Claim, at: number): Totals {
    return this.tally.totals(oldestOf(claim, at));
  }

  /** Adds what the ledger holds. */
  seed(claim: Claim, amounts: readonly SeedAmount[]): void {
    for (const { at, amount } of amounts) {
      this.tally.add(bucketOf(claim, at), amount, 0);
    }
  }

  take(claim: Claim, at: number): void {
    const { kind, amount, window } = claim;
    this.hold();
    this.tally.add(bucketOf(claim, at), kind === 'rate' ? amount : 0, kind === 'rate' ? 0 : amount);
    this.tally.dropBefore(kind === 'parallel' ? 0 : keptFrom(window, at));
    this.usefulUntil = Math.max(this.usefulUntil, usefulUntil(claim, at));
  }

  /** Puts what was used in place of what was taken at a time; `latest` is the time now. */
  settle(claim: Claim, actual: number, at: number, latest: number): void {
    const { kind, amount, window } = claim;
    const bucket = bucketOf(claim, at);
    this.letGo();
    if (kind === 'parallel') {
      this.tally.add(bucket, 0, -amount);
    } else if (bucket >= keptFrom(window, latest)) {
      this.tally.add(bucket, kind === 'rate' ? actual - amount : actual, kind === 'rate' ? 0 : -amount);
    }
  }

  worth(now: number): Worth {
    if (this.holds > 0 || this.seeding !== undefined || this.provisional) {
      return 'needed';
    }
    return this.ended(now) ? 'none' : 'some';
  }

  /** Whether nothing that it counted is of use any more. */
  ended(now: number): boolean {
    return this.usefulUntil < now;
  }
}

function usefulUntil({ kind, window }: Claim, at: number): number {
  return kind === 'parallel' ? at : at + usefulMs(window, at);
}
