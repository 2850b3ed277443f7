import type { Logger } from 'pino';

import { askLedger } from './askLedger.js';
import { BoundedTable } from './boundedTable.js';
import { windowedName } from './buckets.js';
import { checkClaims, usedOf } from './checkClaims.js';
import { Chores } from './chores.js';
import type { Claim, Counters, Reservation, SeedAmount, Standing } from './counters.js';
import { MemoryCounter } from './memoryCounter.js';
import { fits, standingOf } from './standing.js';

export interface MemoryCountersParts {
  readonly log: Logger;
  /** Most counters; more only while all of them hold a reservation. */
  readonly maxCounters?: number;
  /** What a new counter begins with, in place of what the ledger says. */
  readonly initial?: (claim: Claim) => readonly SeedAmount[] | undefined;
  /** How long the ledger is asked again as its answers are outdated, in milliseconds. */
  readonly patienceMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

interface Held {
  readonly claims: readonly Claim[];
  readonly counters: readonly MemoryCounter[];
  readonly at: number;
}

const MAX_COUNTERS = 200_000;
const PATIENCE_MS = 1_000;

/**
 * Counters of this process alone. Nothing is waited for but the ledger's sum of a `spend` counter that is new, by all
 * that need it.
 *
 * Where the ledger cannot be asked, a counter begins at zero (or what it said about) and grants, and the sum is added
 * once it is known: of requests read before the counter was made, so that none is counted twice.
 */
export class MemoryCounters implements Counters {
  private readonly table: BoundedTable<MemoryCounter>;
  private readonly held = new Map<string, Held>();
  private readonly chores: Chores;
  private latest = 0;

  constructor(private readonly parts: MemoryCountersParts) {
    this.table = new BoundedTable(parts.maxCounters ?? MAX_COUNTERS, (counter) => counter.worth(this.latest));
    this.chores = new Chores(parts.log);
  }

  /** How many counters there are. */
  get size(): number {
    return this.table.size;
  }

  reserve(id: string, claims: readonly Claim[], at: number): Reservation | Promise<Reservation> {
    checkClaims(claims);
    const counters = this.countersOf(claims, at);
    const seeding = seedingOf(counters);
    return seeding === undefined
      ? this.take(id, claims, counters, at)
      : // By then a counter may have gone, so that it begins anew.
        seeding.then(() => this.reserve(id, claims, at));
  }

  settle(id: string, actuals: readonly number[]): void {
    const held = this.held.get(id);
    if (held === undefined) {
      return;
    }
    this.held.delete(id);
    const used = usedOf(held.claims, actuals, this.parts.log);
    held.claims.forEach((claim, index) => held.counters[index]?.settle(claim, used[index] ?? 0, held.at, this.latest));
  }

  charge(_id: string, claims: readonly Claim[], actuals: readonly number[], at: number): void {
    const used = usedOf(claims, actuals, this.parts.log);
    claims.forEach((claim, index) => {
      const counter = this.table.get(windowedName(claim));
      // One that is to be renewed will have it from the ledger, as a new one.
      if (counter !== undefined && !isStale(counter, claim)) {
        counter.charge(claim, used[index] ?? 0, at, this.latest);
      }
    });
  }

  async read(claims: readonly Claim[], at: number): Promise<readonly Standing[]> {
    const counters = this.countersOf(claims, at);
    await seedingOf(counters);
    return standings(claims, counters, at);
  }

  async close(): Promise<void> {
    this.chores.close();
  }

  private take(id: string, claims: readonly Claim[], counters: readonly MemoryCounter[], at: number): Reservation {
    if (this.held.has(id)) {
      throw new TypeError(`${id} holds a reservation already`);
    }
    for (const [refused, claim] of claims.entries()) {
      const totals = counters[refused]?.totals(claim, at);
      if (totals !== undefined && !fits(claim, totals)) {
        return { granted: false, refused, standing: standingOf(claim, totals, at) };
      }
    }
    claims.forEach((claim, index) => counters[index]?.take(claim, at));
    this.held.set(id, { claims, counters, at });
    return { granted: true, standings: standings(claims, counters, at) };
  }

  private countersOf(claims: readonly Claim[], at: number): MemoryCounter[] {
    this.latest = Math.max(this.latest, at);
    const counters = claims.map((claim) => {
      const counter = this.counterOf(claim, at);
      // A new one may make another go, but none of these.
      counter.hold();
      return counter;
    });
    counters.forEach((counter) => counter.letGo());
    return counters;
  }

  private counterOf(claim: Claim, at: number): MemoryCounter {
    const name = windowedName(claim);
    const known = this.table.get(name);
    if (known !== undefined) {
      if (isStale(known, claim)) {
        this.renew(name, known, claim);
      }
      return known;
    }
    const counter = new MemoryCounter(claim, at, this.now());
    this.table.add(name, counter);
    const initial = this.parts.initial?.(claim);
    if (initial !== undefined) {
      counter.seed(claim, initial);
    } else if (claim.kind === 'spend' && claim.seed !== undefined) {
      counter.seeding = this.seed(name, counter, claim);
    }
    return counter;
  }

  /** Later than which nothing was read yet. */
  private now(): number {
    return Math.max(this.latest, (this.parts.now ?? Date.now)());
  }

  private renew(name: string, counter: MemoryCounter, claim: Claim): void {
    counter.renew(claim, this.now() + 1);
    // Whoever asks already, now or later, asks again.
    if (counter.sum === 'known') {
      counter.seeding = this.seed(name, counter, claim);
    }
  }

  private async seed(name: string, counter: MemoryCounter, claim: Claim): Promise<void> {
    counter.sum = 'asked';
    try {
      await this.ask(counter, claim, () => undefined);
    } catch (error) {
      this.parts.log.error({ err: error, counter: claim.counter }, 'the ledger cannot say it now; counting without it');
      counter.sum = 'missing';
      this.chores.add(name, 0, async () => {
        if (counter.ended(this.latest)) {
          counter.sum = 'known';
        } else {
          await this.ask(counter, claim, () => counter.since);
        }
        return undefined;
      });
    } finally {
      counter.seeding = undefined;
    }
  }

  /** Until nothing that the answer may have or not was used meanwhile. @throws when that takes too long */
  private async ask(counter: MemoryCounter, claim: Claim, before: () => number | undefined): Promise<void> {
    const end = performance.now() + (this.parts.patienceMs ?? PATIENCE_MS);
    for (;;) {
      counter.outdated = false;
      const amounts = await askLedger(claim, before());
      if (!counter.outdated) {
        counter.seed(claim, amounts);
        return;
      }
      if (performance.now() >= end) {
        counter.assume(claim, amounts);
        throw new Error('what was used changes faster than the ledger answers');
      }
    }
  }
}

function isStale(counter: MemoryCounter, { renewedAt = 0 }: Claim): boolean {
  return renewedAt > counter.renewedAt;
}

function seedingOf(counters: readonly MemoryCounter[]): Promise<unknown> | undefined {
  const seeding = counters.flatMap((counter) => counter.seeding ?? []);
  return seeding.length === 0 ? undefined : Promise.all(seeding);
}

function standings(claims: readonly Claim[], counters: readonly MemoryCounter[], at: number): Standing[] {
  return claims.map((claim, index) =>
    standingOf(claim, counters[index]?.totals(claim, at) ?? { used: 0, reserved: 0, oldest: undefined }, at)
  );
}
