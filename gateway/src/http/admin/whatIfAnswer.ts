import type { Repriced } from '../../pricing/reprice.js';
import type { WhatIfQuery } from './whatIfQuery.js';

const NANO_PER_USD = 1e9;

/** @param at when the prices were in force, epoch milliseconds */
export function whatIfAnswer(groups: readonly Repriced[], { from, to, provider, model }: WhatIfQuery, at: number) {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    to_provider: provider ?? null,
    to_model: model ?? null,
    prices_at: new Date(at).toISOString(),
    groups: groups.map((group) => ({
      model: group.model || null,
      provider: group.provider || null,
      provider_model: group.providerModel || null,
      to_provider: group.target.provider || null,
      to_model: group.target.model || null,
      price_source: group.source ?? null,
      requests: group.requests,
      input_tokens: group.inputTokens,
      output_tokens: group.outputTokens,
      unpriced_requests: group.unpricedRequests,
      ...money(group.costNanoUsd, group.whatIfNanoUsd, group.differenceNanoUsd),
    })),
    totals: totalsOf(groups),
  };
}

/** Like is compared with like: what has no price on one of the sides is counted beside. */
function totalsOf(groups: readonly Repriced[]) {
  const sum = (of: (group: Repriced) => number, among = groups) => among.reduce((total, group) => total + of(group), 0);
  const comparable = groups.filter(({ differenceNanoUsd }) => differenceNanoUsd !== undefined);
  return {
    requests: sum(({ requests }) => requests),
    unpriced_requests: sum(({ unpricedRequests }) => unpricedRequests),
    unpriceable_requests: sum(({ whatIfNanoUsd, requests }) => (whatIfNanoUsd === undefined ? requests : 0)),
    compared_cost_nano_usd: sum(({ costNanoUsd }) => costNanoUsd, comparable),
    ...money(
      sum(({ costNanoUsd }) => costNanoUsd),
      sum(({ whatIfNanoUsd = 0 }) => whatIfNanoUsd),
      sum(({ differenceNanoUsd = 0 }) => differenceNanoUsd)
    ),
  };
}

function money(cost: number, whatIf: number | undefined, difference: number | undefined) {
  const usd = (nano: number | undefined) => (nano === undefined ? null : nano / NANO_PER_USD);
  return {
    cost_usd: usd(cost),
    cost_nano_usd: cost,
    what_if_usd: usd(whatIf),
    what_if_nano_usd: whatIf ?? null,
    difference_usd: usd(difference),
    difference_nano_usd: difference ?? null,
  };
}
