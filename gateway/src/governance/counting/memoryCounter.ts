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
  /** What it has of the ledger: its sum, none yet, or none as it could not be asked. */
  sum: 'known' | 'asked' | 'missing' = 'known';
  /** Something that the ledger answers for was used while it was asked: its answer may have it or not. */
  outdated = false;
  /** Where the sum is missing, the ledger answers for requests read before. */
  since: number;
  /** Of its claims (`Claim.renewedAt`), when its sum was asked for. */
  renewedAt: number;
  /** What is taken for the ledger's sum while that is missing. */
  private assumed: readonly SeedAmount[] = [];

  constructor(claim: Claim, at: number, since: number) {
    this.since = since;
    this.renewedAt = claim.renewedAt ?? 0;
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

  /** Forgets what was used, for the ledger to say it anew: of all requests read before a time. */
  renew({ renewedAt = 0 }: Claim, before: number): void {
    this.renewedAt = renewedAt;
    this.since = before;
    this.outdated = true;
    this.tally.forgetUsed();
    this.assumed = [];
  }

  /** Adds what the ledger holds. */
  seed(claim: Claim, amounts: readonly SeedAmount[]): void {
    this.assume(claim, amounts);
    this.assumed = [];
    this.sum = 'known';
  }

  /** Adds what the ledger holds about, until its sum is known. */
  assume(claim: Claim, amounts: readonly SeedAmount[]): void {
    this.assumed.forEach(({ at, amount }) => this.tally.add(bucketOf(claim, at), -amount, 0));
    amounts.forEach(({ at, amount }) => this.tally.add(bucketOf(claim, at), amount, 0));
    this.assumed = amounts;
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
      this.tally.add(bucket, kind === 'rate' ? actual - amount : 0, kind === 'rate' ? 0 : -amount);
      if (kind === 'spend') {
        this.charge(claim, actual, at, latest);
      }
    }
  }

  /** Adds what was used, unless the ledger answers for it. */
  charge(claim: Claim, actual: number, at: number, latest: number): void {
    const bucket = bucketOf(claim, at);
    if (this.sum === 'asked' || (this.sum === 'missing' && at < this.since)) {
      this.outdated = true;
    } else if (bucket >= keptFrom(claim.window, latest)) {
      this.tally.add(bucket, actual, 0);
    }
  }

  worth(now: number): Worth {
    if (this.holds > 0 || this.sum !== 'known') {
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
