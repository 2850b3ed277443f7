import type { Logger } from 'pino';

import { GatewayError } from '../../errors/gatewayError.js';
import { checkClaims, usedOf } from './checkClaims.js';
import { Circuit } from './circuit.js';
import type { Claim, Counters, Reservation, Standing } from './counters.js';
import { MemoryCounters } from './memoryCounters.js';
import { Mirror } from './mirror.js';
import type { Held } from './redis/encode.js';
import type { RedisCounters } from './redis/redisCounters.js';

export interface FallbackCountersParts {
  readonly shared: RedisCounters;
  readonly onRedisDown: 'local' | 'refuse' | 'allow';
  /** Gives up the connection for a new one. */
  readonly reconnect: () => void;
  /** Redis stops answering, with the reason, or answers again. */
  readonly onAvailability?: ((available: boolean, reason?: string) => void) | undefined;
  readonly log: Logger;
}

/** Most settlements kept for Redis while it is down; leases free what is beyond. */
const MAX_MISSED = 100_000;
/** Tries of one settlement, so that one which Redis never takes cannot keep all others from it. */
const MAX_TRIES = 3;

/**
 * Counters in Redis, and what replaces them while it is down, by `governance.redis_down`:
 * - `local`: each replica counts by itself, from what Redis last told it, or else the ledger. So replicas together may
 *   grant as many times what was left as there are replicas.
 * - `refuse`: requests with a limit or a hard budget get a 503; others pass.
 * - `allow`: all pass.
 *
 * Afterwards nothing is lost to budgets: every counter of `spend` is compared with the ledger before it grants again,
 * and what is still under way is held in Redis again. What `rate` counted meanwhile is forgotten: for a minute after an
 * outage, as much as was used in the minute before its end may be used again.
 */
export class FallbackCounters implements Counters {
  readonly circuit: Circuit;
  /** Reservations decided without Redis. */
  fallbacks = 0;
  private readonly outstanding = new Map<string, Held>();
  private missed: Array<{ readonly held: Held; readonly actuals: readonly number[]; readonly tries: number }> = [];
  private readonly mirror = new Mirror();
  private local: MemoryCounters;

  constructor(private readonly parts: FallbackCountersParts) {
    this.local = this.newLocal();
    this.circuit = new Circuit({
      probe: () => parts.shared.doubt(),
      onUp: () => this.comeBack(),
      onDown: () => this.goAlone(),
      onAvailability: parts.onAvailability,
      reconnect: parts.reconnect,
      log: parts.log,
    });
  }

  reserve(id: string, claims: readonly Claim[], at: number): Reservation | Promise<Reservation> {
    checkClaims(claims);
    if (this.outstanding.has(id)) {
      throw new TypeError(`${id} holds a reservation already`);
    }
    if (claims.length === 0) {
      return { granted: true, standings: [] };
    }
    return this.circuit.state === 'up' ? this.reserveShared(id, claims, at) : this.reserveAlone(id, claims, at);
  }

  settle(id: string, actuals: readonly number[]): void {
    const held = this.outstanding.get(id);
    if (held === undefined) {
      return;
    }
    this.outstanding.delete(id);
    const used = usedOf(held.claims, actuals, this.parts.log);
    this.local.settle(id, used);
    if (this.circuit.state === 'up') {
      this.settleShared(held, used);
    } else {
      this.miss(held, used, 0);
    }
  }

  charge(id: string, claims: readonly Claim[], actuals: readonly number[], at: number): void {
    if (this.circuit.state === 'up') {
      this.settleShared({ id, claims, at, shared: false }, usedOf(claims, actuals, this.parts.log));
    } else {
      this.local.charge(id, claims, actuals, at);
    }
  }

  async read(claims: readonly Claim[], at: number): Promise<readonly Standing[]> {
    if (this.circuit.state === 'up') {
      try {
        return await this.parts.shared.read(claims, at);
      } catch (error) {
        this.circuit.trip(error);
      }
    }
    return this.local.read(claims, at);
  }

  /** Extends the leases of what is under way. */
  readonly extendLeases = (): void => {
    if (this.circuit.state === 'up') {
      this.parts.shared.hold(this.outstanding.values()).catch(this.circuit.trip);
    }
  };

  async close(): Promise<void> {
    this.circuit.close();
    this.parts.shared.close();
    await this.local.close();
  }

  private async reserveShared(id: string, claims: readonly Claim[], at: number): Promise<Reservation> {
    try {
      const reservation = await this.parts.shared.reserve(id, claims, at);
      this.mirror.note(claims, reservation, at);
      return this.keep({ id, claims, at, shared: true }, reservation);
    } catch (error) {
      this.circuit.trip(error);
      return this.reserveAlone(id, claims, at);
    }
  }

  private reserveAlone(id: string, claims: readonly Claim[], at: number): Reservation | Promise<Reservation> {
    const { onRedisDown } = this.parts;
    if (onRedisDown === 'refuse' && claims.some(({ limit }) => limit !== undefined)) {
      throw unavailable();
    }
    this.fallbacks++;
    const held = { id, claims, at, shared: false };
    const asked = onRedisDown === 'local' ? claims : claims.map(withoutLimit);
    const reservation = this.local.reserve(id, asked, at);
    return reservation instanceof Promise
      ? reservation.then((later) => this.keep(held, later))
      : this.keep(held, reservation);
  }

  private keep(held: Held, reservation: Reservation): Reservation {
    if (reservation.granted) {
      this.outstanding.set(held.id, held);
    }
    return reservation;
  }

  private settleShared(held: Held, actuals: readonly number[], tries = 1): void {
    this.parts.shared.settle(held, actuals).catch((error: unknown) => {
      this.circuit.trip(error);
      this.miss(held, actuals, tries);
    });
  }

  private miss(held: Held, actuals: readonly number[], tries: number): void {
    if (tries >= MAX_TRIES) {
      this.parts.log.error({ reservation: held.id }, 'Redis does not take a settlement; its lease ends it');
    } else if (held.shared && this.missed.length < MAX_MISSED) {
      this.missed.push({ held, actuals, tries });
    }
  }

  private goAlone(): void {
    void this.local.close();
    this.local = this.newLocal();
    for (const { id, claims, at } of this.outstanding.values()) {
      const parallel = claims.filter(({ kind }) => kind === 'parallel').map(withoutLimit);
      if (parallel.length > 0) {
        void this.local.reserve(id, parallel, at);
      }
    }
  }

  /** All is sent before the next request is, so Redis does it in this order. */
  private comeBack(): void {
    const missed = this.missed;
    this.missed = [];
    for (const { held, actuals, tries } of missed) {
      this.settleShared(held, actuals, tries + 1);
    }
    this.extendLeases();
  }

  private newLocal(): MemoryCounters {
    const { log, onRedisDown } = this.parts;
    const initial = (claim: Claim) => this.mirror.last(claim) ?? (onRedisDown === 'local' ? undefined : []);
    return new MemoryCounters({ log, initial });
  }
}

function withoutLimit(claim: Claim): Claim {
  return { ...claim, limit: undefined };
}

function unavailable(): GatewayError {
  return new GatewayError(
    'Limits and budgets cannot be checked at the moment, as Redis is down. Try again in a second; operators can choose another governance.redis_down.',
    { status: 503, type: 'overloaded', code: 'limits_unavailable', retryAfterSeconds: 1 }
  );
}
