import { BoundedTable } from './boundedTable.js';
import { windowedName } from './buckets.js';
import type { Claim, Reservation, SeedAmount } from './counters.js';

const MAX_COUNTERS = 100_000;

/** What Redis last said of counters. What is reserved is taken for used, as its requests may still settle. */
export class Mirror {
  private readonly known = new BoundedTable<{ at: number; amount: number }>(MAX_COUNTERS, () => 'some');

  note(claims: readonly Claim[], reservation: Reservation, at: number): void {
    const standings = reservation.granted ? reservation.standings : [];
    claims.forEach((claim, index) => {
      const standing = reservation.granted ? standings[index] : undefined;
      const told = standing ?? (!reservation.granted && reservation.refused === index ? reservation.standing : undefined);
      if (told === undefined || claim.kind === 'parallel') {
        return;
      }
      const amount = told.used + told.reserved;
      const name = windowedName(claim);
      const known = this.known.get(name);
      if (known === undefined) {
        this.known.add(name, { at, amount });
      } else {
        known.at = at;
        known.amount = amount;
      }
    });
  }

  /** Of a rolling window, all of it counts from the time it was told. */
  last(claim: Claim): readonly SeedAmount[] | undefined {
    const known = this.known.get(windowedName(claim));
    return known === undefined ? undefined : [{ ...known }];
  }
}
