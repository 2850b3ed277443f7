import type { Logger } from 'pino';

import type { Claim, Reservation, Standing } from '../counters.js';
import { standingOf } from '../standing.js';
import type { Commands } from './commands.js';
import { type Held, encodeClaim, encodeReading, encodeSettlement, recordOf } from './encode.js';
import { EPOCH_KEY, LEASES_KEY, counterKey, reservationKey } from './keys.js';
import { Seeds } from './seeds.js';
import { EXPIRED_TTL_MS, type Timing, slotAt } from './timing.js';

export interface RedisCountersParts {
  readonly commands: Commands;
  readonly timing: Timing;
  readonly now: () => number;
  readonly log: Logger;
}

/** First number of the scripts' answers. */
const REFUSED = 0;
const UNSEEDED = 2;

/** A counter is seeded once, and again when replicas come or Redis was away meanwhile. */
const MAX_SEEDINGS = 10;

/** Reservations, or counters, of one call. */
const BATCH = 100;

/**
 * Counters of all replicas. A reservation is one round trip, a settlement one call that nobody waits for. What is held
 * has a lease that its replica extends, so that nothing is held for long by one that was killed.
 *
 * Clocks: windows go by the time at which a replica read the request, leases by its clock. Replicas whose clocks differ
 * by less than 30 s (NTP keeps them within milliseconds) agree on all but the edges of windows.
 *
 * Each method rejects when Redis does not answer.
 */
export class RedisCounters {
  private readonly seeds: Seeds;
  /** The latest renewal of a claim that has been seen to. */
  private renewedAt = 0;

  constructor(private readonly parts: RedisCountersParts) {
    this.seeds = new Seeds(parts);
  }

  async reserve(id: string, claims: readonly Claim[], at: number): Promise<Reservation> {
    const record = recordOf(claims, at);
    const keys = [LEASES_KEY, EPOCH_KEY, reservationKey(id), ...claims.map(counterKey)];
    const answer = await this.seeded(claims, at, () =>
      this.parts.commands.reserve(keys, [
        ...this.lease(),
        record,
        ...claims.flatMap((claim) => encodeClaim(claim, at, this.seeds.needed(claim))),
      ])
    );
    if (answer[0] === REFUSED) {
      const [, refused = 0] = answer;
      return { granted: false, refused, standing: standingAt(claims[refused] as Claim, answer, 2, at) };
    }
    return { granted: true, standings: standingsOf(claims, answer, at) };
  }

  async settle(held: Held, actuals: readonly number[]): Promise<void> {
    const { id, claims, at } = held;
    const keys = [LEASES_KEY, reservationKey(id), ...claims.map(counterKey)];
    const slot = slotAt(this.parts.now());
    await this.parts.commands.settle(keys, [at, slot, ...encodeSettlement(held, actuals)]);
  }

  /** Extends the leases of reservations; what Redis does not know of is held from now on. */
  async hold(reservations: Iterable<Held>): Promise<void> {
    const records = [...reservations].flatMap(({ id, claims, at }) => {
      const record = recordOf(claims, at);
      return record === '' ? [] : [{ key: reservationKey(id), record }];
    });
    const calls: Array<Promise<unknown>> = [];
    for (let first = 0; first < records.length; first += BATCH) {
      const batch = records.slice(first, first + BATCH);
      const keys = [LEASES_KEY, ...batch.map(({ key }) => key)];
      calls.push(this.parts.commands.hold(keys, [...this.lease(), ...batch.map(({ record }) => record)]));
    }
    await Promise.all(calls);
  }

  async read(claims: readonly Claim[], at: number): Promise<readonly Standing[]> {
    const batches: Array<Promise<readonly Standing[]>> = [];
    for (let first = 0; first < claims.length; first += BATCH) {
      batches.push(this.readBatch(claims.slice(first, first + BATCH), at));
    }
    return (await Promise.all(batches)).flat();
  }

  /** Has every counter of `spend` compared with the ledger before it grants again. */
  async doubt(): Promise<void> {
    await this.parts.commands.setEpoch(crypto.randomUUID());
  }

  close(): void {
    this.seeds.close();
  }

  private async readBatch(claims: readonly Claim[], at: number): Promise<readonly Standing[]> {
    const keys = [LEASES_KEY, EPOCH_KEY, ...claims.map(counterKey)];
    const answer = await this.seeded(claims, at, () =>
      this.parts.commands.read(keys, [
        this.parts.now(),
        ...claims.flatMap((claim) => encodeReading(claim, at, this.seeds.needed(claim))),
      ])
    );
    return standingsOf(claims, answer, at);
  }

  /** Asks, and again after the counters that the answer names were seeded. */
  private async seeded(
    claims: readonly Claim[],
    at: number,
    ask: () => Promise<readonly number[]>
  ): Promise<readonly number[]> {
    await this.renew(claims);
    for (let tries = 0; tries < MAX_SEEDINGS; tries++) {
      const answer = await ask();
      if (answer[0] !== UNSEEDED) {
        return answer;
      }
      const [, epoch, ...unseeded] = answer;
      await Promise.all(unseeded.map((index) => this.seeds.seed(claims[index] as Claim, String(epoch), at)));
    }
    throw new Error('Redis does not keep what counters are seeded with; is its memory full (maxmemory-policy)?');
  }

  /** Where a claim is renewed, all counters are asked for again: it is rare. */
  private async renew(claims: readonly Claim[]): Promise<void> {
    const renewedAt = claims.reduce((latest, claim) => Math.max(latest, claim.renewedAt ?? 0), 0);
    if (renewedAt > this.renewedAt) {
      // All that were renewed until now are seen to.
      this.renewedAt = Math.max(renewedAt, this.parts.now());
      await this.doubt();
    }
  }

  /** Now, the end of a lease, and the time to live of a reservation. */
  private lease(): [number, number, number] {
    const now = this.parts.now();
    const { leaseMs } = this.parts.timing;
    return [now, now + leaseMs, leaseMs + EXPIRED_TTL_MS];
  }
}

function standingsOf(claims: readonly Claim[], answer: readonly number[], at: number): Standing[] {
  return claims.map((claim, index) => standingAt(claim, answer, 1 + 3 * index, at));
}

function standingAt(claim: Claim, answer: readonly number[], first: number, at: number): Standing {
  const [used = 0, reserved = 0, oldest = -1] = answer.slice(first, first + 3);
  return standingOf(claim, { used, reserved, oldest: oldest === -1 ? undefined : oldest }, at);
}
