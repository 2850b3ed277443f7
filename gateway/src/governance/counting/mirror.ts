import { BoundedTable } from './boundedTable.js';
import { windowedName } from './buckets.js';
import type { Claim, Reservation, SeedAmount, Standing } from './counters.js';

const MAX_COUNTERS = 100_000;

/** What Redis last said of counters. What is reserved is taken for used, as its requests may still settle. */
export class Mirror {
  private readonly known = new BoundedTable<{ at: number; amount: number }>(MAX_COUNTERS, () => 'some');

  note(claims: readonly Claim[], reservation: Reservation, at: number): void {
    if (reservation.granted) {
      claims.forEach((claim, index) => this.set(claim, reservation.standings[index], at));
    } else {
      this.set(claims[reservation.refused], reservation.standing, at);
    }
  }

  /** Of a rolling window, all of it counts from the time it was told. */
  last(claim: Claim): readonly SeedAmount[] | undefined {
    const known = this.known.get(windowedName(claim));
    return known === undefined ? undefined : [{ ...known }];
  }

  private set(claim: Claim | undefined, standing: Standing | undefined, at: number): void {
    if (claim === undefined || standing === undefined || claim.kind === 'parallel') {
      return;
    }
    const name = windowedName(claim);
    const amount = standing.used + standing.reserved;
    const known = this.known.get(name);
    if (known === undefined) {
      this.known.add(name, { at, amount });
    } else {
      known.at = at;
      known.amount = amount;
    }
  }
}
