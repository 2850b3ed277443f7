import type { UsageEvent } from '../usage/event.js';
import {
  type Charge,
  type ChargeParts,
  type RuleLookup,
  type Subjects,
  chargesFor,
  endedCharges,
  providerCharges,
} from './charges.js';
import type { Claim, Counters, Reservation, Standing } from './counting/counters.js';
import { limitHeaders } from './limitHeaders.js';
import { refusal } from './refusal.js';

/** What a request is expected to use of each unit. */
export interface Demand {
  readonly tokens: number;
  /** Undefined when nobody knows its price. */
  readonly nanoUsd: number | undefined;
}

/** A request that wants to be let in. */
export interface Ask {
  readonly id: string;
  /** Epoch milliseconds at which it was read. */
  readonly at: number;
  readonly subjects: Subjects;
  /** A bound that costs nothing to find out. */
  readonly most: () => Demand;
  /** Nearer to what it will be; asked for only when the bound does not fit. */
  readonly likely: () => Demand;
}

/** Headers of the answer that tell of limits; undefined when there are none. */
export type LimitHeaders = Readonly<Record<string, string>> | undefined;

export interface GovernorParts {
  readonly rules: () => RuleLookup;
  readonly counters: Counters;
  /** What the ledger says a subject used; for counters that are new. */
  readonly chargeParts: ChargeParts;
  readonly unpriced: () => 'refuse' | 'allow';
  /** Told of each refusal, and of whom; `standing` is undefined when the price is not known. */
  readonly onRefusal: (charge: Charge, standing: Standing | undefined, subjects: Subjects) => void;
  /** Told of each budget that was charged. */
  readonly onCharged: (charge: Charge) => void;
}

interface Held {
  /** The reservation's id: the request's own, or one for a call to a provider. */
  readonly id: string;
  readonly charges: readonly Charge[];
  /** Of a call: pays only if this provider gave the answer. */
  readonly provider: string | undefined;
}

const NONE: readonly Held[] = [];

/**
 * Keeps budgets and limits: reserves before a request, and puts what was really used in its place when its usage event
 * comes. Nothing else moves a counter, so budgets agree with the ledger.
 */
export class Governor {
  private readonly held = new Map<string, Held[]>();

  constructor(private readonly parts: GovernorParts) {}

  /**
   * Reserves on all budgets and limits of the request, or on none.
   * @throws GatewayError that names the rule which refuses.
   */
  admit(asking: () => Ask): undefined | Promise<LimitHeaders> {
    const rules = this.parts.rules();
    if (rules.empty) {
      return undefined;
    }
    const ask = asking();
    const charges = chargesFor(rules, ask.subjects, ask.at, this.parts.chargeParts);
    return charges.length === 0 ? undefined : this.reserve(ask.id, ask, charges, undefined);
  }

  /** As admit, on the budgets of a provider that is about to be called for the request. `call` counts from 1. */
  admitCall(asking: () => Ask, provider: string, call: number): undefined | Promise<unknown> {
    const rules = this.parts.rules();
    if (rules.empty || rules.budgetsOf('provider', provider).length === 0) {
      return undefined;
    }
    const ask = asking();
    const charges = providerCharges(rules, provider, ask.at, this.parts.chargeParts);
    return this.reserve(`${ask.id}/${call}`, ask, charges, provider);
  }

  /** Puts what the request used in place of what it reserved. */
  readonly settle = (event: UsageEvent): void => {
    const all = this.held.get(event.id) ?? NONE;
    this.held.delete(event.id);
    const last = all.at(-1);
    const pays = (each: Held) => each.provider === undefined || (each.provider === event.provider && each === last);
    for (const each of all) {
      this.parts.counters.settle(
        each.id,
        each.charges.map((charge) => (pays(each) ? used(charge, event) : 0))
      );
      each.charges.filter(({ budget }) => budget !== undefined).forEach(this.parts.onCharged);
    }
    if (event.tokens !== undefined && event.time <= this.parts.rules().renewedAt) {
      this.chargeNewer(event, all.filter(pays));
    }
  };

  /** Charges budgets that are newer than the request, so that it could reserve nothing on them. */
  private chargeNewer(event: UsageEvent, paying: readonly Held[]): void {
    const { id, time, provider } = event;
    const paid = new Set(paying.flatMap(({ charges }) => charges.map(({ claim }) => claim.counter)));
    const charges = endedCharges(this.parts.rules(), event, provider, time, this.parts.chargeParts).filter(
      (charge) => !paid.has(charge.claim.counter) && used(charge, event) > 0
    );
    if (charges.length > 0) {
      const claims = charges.map(({ claim }) => claim);
      this.parts.counters.charge(
        `${id}/newer`,
        claims,
        charges.map((charge) => used(charge, event)),
        time
      );
      charges.forEach(this.parts.onCharged);
    }
  }

  private async reserve(
    id: string,
    ask: Ask,
    charges: readonly Charge[],
    provider: string | undefined
  ): Promise<LimitHeaders> {
    const { counters } = this.parts;
    const granted = (reservation: Reservation & { granted: true }): LimitHeaders => {
      const held = this.held.get(ask.id);
      const mine = { id, charges, provider };
      if (held === undefined) {
        this.held.set(ask.id, [mine]);
      } else {
        held.push(mine);
      }
      return limitHeaders(charges, reservation.standings, ask.at);
    };
    let claims = this.claims(charges, ask, ask.most());
    let reservation = await counters.reserve(id, claims, ask.at);
    if (!reservation.granted && charges[reservation.refused]?.estimated === true) {
      claims = this.claims(charges, ask, ask.likely());
      reservation = await counters.reserve(id, claims, ask.at);
    }
    if (!reservation.granted) {
      const { refused, standing } = reservation;
      const charge = charges[refused] as Charge;
      this.parts.onRefusal(charge, standing, ask.subjects);
      throw refusal(charge, standing, ask.at, claims[refused]?.amount ?? 0);
    }
    return granted(reservation);
  }

  private claims(charges: readonly Charge[], ask: Ask, demand: Demand): Claim[] {
    return charges.map((charge) => {
      const amount = charge.amount(demand);
      if (amount === undefined && charge.claim.limit !== undefined && this.parts.unpriced() === 'refuse') {
        this.parts.onRefusal(charge, undefined, ask.subjects);
        throw refusal(charge, undefined, ask.at, 0);
      }
      return { ...charge.claim, amount: amount ?? 0 };
    });
  }
}

/** What an ended request used of what a charge is in. */
function used(charge: Charge, { tokens, cost }: UsageEvent): number {
  switch (charge.unit) {
    case 'requests':
      return 1;
    case 'parallel':
      return 0;
    case 'tokens':
      return tokens === undefined ? 0 : tokens.input + tokens.output;
    case 'usd':
      return cost?.nanoUsd ?? 0;
  }
}
