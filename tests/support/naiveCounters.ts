import type { Claim } from '../../gateway/src/governance/counting/counters.js';

interface Entry {
  readonly claim: Claim;
  readonly at: number;
  settled: number | undefined;
  /** Its replica is gone, and its lease has run out. */
  freed: boolean;
}

/** What counters promise, without regard to cost: all that ever happened, added up anew for each question. */
export class NaiveCounters {
  private readonly entries = new Map<string, Entry[]>();

  reserve(id: string, claims: readonly Claim[], at: number): { granted: boolean; refused?: number } {
    const refused = claims.findIndex((claim) => {
      const [used, reserved] = this.totals(claim, at);
      return claim.limit !== undefined && used + reserved + claim.amount > claim.limit;
    });
    if (refused !== -1) {
      return { granted: false, refused };
    }
    this.entries.set(
      id,
      claims.map((claim) => ({ claim, at, settled: undefined, freed: false }))
    );
    return { granted: true };
  }

  settle(id: string, actuals: readonly number[]): void {
    this.entries.get(id)?.forEach((entry, index) => {
      entry.settled ??= actuals[index] ?? NaN;
    });
  }

  free(id: string): void {
    this.entries.get(id)?.forEach((entry) => {
      entry.freed = true;
    });
  }

  /** By buckets: the oldest counts whole, and what was read later counts as well. */
  totals(claim: Claim, at: number): [used: number, reserved: number] {
    const { window } = claim;
    const width = window.kind === 'rolling' ? window.lengthMs / window.buckets : NaN;
    return this.sum(claim, (entry) => {
      if (claim.kind === 'parallel') {
        return true;
      }
      if (window.kind === 'fixed') {
        return entry.at >= window.start && entry.at < window.end;
      }
      return Math.floor(entry.at / width) >= Math.floor(at / width) - window.buckets;
    });
  }

  /** What a true window that ends at a time holds, to the millisecond. */
  trueTotal(claim: Claim, end: number): number {
    const { window } = claim;
    const [used, reserved] = this.sum(claim, ({ at }) =>
      window.kind === 'fixed' ? at >= window.start && at < window.end : at > end - window.lengthMs && at <= end
    );
    return used + reserved;
  }

  private sum({ counter }: Claim, counts: (entry: Entry) => boolean): [used: number, reserved: number] {
    let [used, reserved] = [0, 0];
    for (const { claim, at, settled, freed } of [...this.entries.values()].flat()) {
      if (claim.counter !== counter || !counts({ claim, at, settled, freed })) {
        continue;
      }
      if (claim.kind === 'parallel') {
        reserved += settled === undefined && !freed ? claim.amount : 0;
      } else if (claim.kind === 'rate') {
        used += settled ?? claim.amount;
      } else {
        used += settled ?? 0;
        reserved += settled === undefined && !freed ? claim.amount : 0;
      }
    }
    return [used, reserved];
  }
}
