import type { PriceConfig } from '../config/schema.js';
import { tokenCost } from './tokenCost.js';
import type { Pricer } from './pricer.js';

/** A price that the configuration gives, in place of any list's. */
export function configuredPrice(price: PriceConfig): Pricer {
  const rates = {
    input: price.input_per_million_usd,
    cachedInput: price.cached_input_per_million_usd ?? price.input_per_million_usd,
    output: price.output_per_million_usd,
  };
  return (tokens) => ({ nanoUsd: tokenCost(tokens, rates), source: 'config' });
}
