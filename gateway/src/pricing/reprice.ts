import type { Uses } from '../usage/reprice/selectUses.js';
import type { Tariff } from './tariff.js';
import { costOfMany } from './usageCost.js';

/** What was asked of a model, and what it would have cost elsewhere. Whole nano-dollars. */
export interface Repriced {
  readonly model: string;
  readonly provider: string;
  readonly providerModel: string;
  /** Where it is priced. */
  readonly target: Target;
  /** Of the price there; undefined where nothing has one. */
  readonly source: string | undefined;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of those with a known price. */
  readonly costNanoUsd: number;
  /** How many of them have no known price as they are. */
  readonly unpricedRequests: number;
  /** Of all of them; undefined where some of them have no price there. */
  readonly whatIfNanoUsd: number | undefined;
  /** Of those with a known price: what they would cost, less what they did. */
  readonly differenceNanoUsd: number | undefined;
}

export interface Target {
  readonly provider: string;
  readonly model: string;
}

export interface RepriceParts {
  /** Where what a provider answered with a model of its own is priced. */
  readonly targetOf: (uses: Uses) => Target;
  readonly tariffOf: (target: Target, batch: boolean) => Tariff | undefined;
}

/** Prices uses elsewhere, by the model asked for and what answered; those that cost most first. */
export function reprice(uses: readonly Uses[], parts: RepriceParts): readonly Repriced[] {
  const groups = new Map<string, Uses[]>();
  for (const each of uses) {
    const key = JSON.stringify([each.model, each.provider, each.providerModel]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .map((group) => repriceGroup(group, parts))
    .sort((a, b) => b.costNanoUsd - a.costNanoUsd || b.requests - a.requests);
}

function repriceGroup(group: readonly Uses[], { targetOf, tariffOf }: RepriceParts): Repriced {
  const [first] = group as readonly [Uses];
  const target = targetOf(first);
  const tariffs = { true: tariffOf(target, true), false: tariffOf(target, false) };
  const price = (uses: readonly Uses[]): number | undefined =>
    uses.reduce<number | undefined>((sum, each) => {
      const tariff = tariffs[`${each.batch}`];
      const cost = tariff && costOfMany(each, tariff.rates);
      return sum === undefined || cost === undefined ? undefined : sum + cost;
    }, 0);
  const sum = (of: (uses: Uses) => number) => group.reduce((total, each) => total + of(each), 0);
  const costNanoUsd = sum((each) => each.costNanoUsd);
  const comparable = price(group.filter(({ unpriced }) => !unpriced));
  return {
    model: first.model,
    provider: first.provider,
    providerModel: first.providerModel,
    target,
    source: tariffs.false?.source,
    requests: sum(({ requests }) => requests),
    inputTokens: sum(({ tokens }) => tokens.input),
    outputTokens: sum(({ tokens }) => tokens.output),
    costNanoUsd,
    unpricedRequests: sum(({ unpriced, requests }) => (unpriced ? requests : 0)),
    whatIfNanoUsd: price(group),
    differenceNanoUsd: comparable === undefined ? undefined : comparable - costNanoUsd,
  };
}
