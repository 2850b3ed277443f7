import type { Pricer } from '../../pricing/pricer.js';

/** So many tokens are below every tier's threshold, and their price has no fraction of a nano-dollar. */
const TOKENS = 1_000;
const PER_MILLION = 1e6 / TOKENS;
const NANO_PER_USD = 1e9;

/**
 * Rates of a price, found by asking it: there is one way to work out a price, and this one agrees with it.
 * @param at epoch milliseconds
 * @returns null where it prices nothing
 */
export function readRates(price: Pricer, at: number): object | null {
  const none = { input: 0, cachedInput: 0, output: 0, reasoning: 0, source: 'provider' } as const;
  const nothing = price(none, at);
  const rate = (tokens: object): number | undefined => {
    const cost = price({ ...none, ...tokens }, at);
    return cost && ((cost.nanoUsd - (nothing?.nanoUsd ?? 0)) * PER_MILLION) / NANO_PER_USD;
  };
  const input = rate({ input: TOKENS });
  const output = rate({ output: TOKENS });
  const source = price({ ...none, input: TOKENS }, at)?.source ?? price({ ...none, output: TOKENS }, at)?.source;
  if (source === undefined) {
    return null;
  }
  return {
    source,
    input_per_million_usd: input,
    output_per_million_usd: output,
    cached_input_per_million_usd: rate({ input: TOKENS, cachedInput: TOKENS }),
    per_request_usd: (nothing?.nanoUsd ?? 0) / NANO_PER_USD,
  };
}
