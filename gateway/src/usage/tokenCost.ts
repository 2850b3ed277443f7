import type { TokenUsage } from './event.js';

/** Prices in US dollars per million tokens. */
export interface TokenRates {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}

const PICO_PER_NANO = 1000;

/**
 * Cost in integer nano-dollars. Dollars per million tokens, times 1e6, are pico-dollars per token: integers for prices
 * of up to six decimals, so that products and sums are exact and only the end is rounded, once a request.
 */
export function tokenCost({ input, cachedInput, output }: TokenUsage, rates: TokenRates): number {
  const pico =
    Math.max(0, input - cachedInput) * picoPerToken(rates.input) +
    Math.min(cachedInput, input) * picoPerToken(rates.cachedInput) +
    output * picoPerToken(rates.output);
  return Math.round(pico / PICO_PER_NANO);
}

function picoPerToken(usdPerMillion: number): number {
  return Math.round(usdPerMillion * 1e6);
}
