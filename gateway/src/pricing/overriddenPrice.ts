import type { PriceOverrideConfig } from '../config/schema.js';
import { configuredPrice } from './configuredPrice.js';
import { overridesOn } from './overrides.js';
import type { Pricer } from './pricer.js';

/** The override in force at the time of the request that counts first; where none is in force, `otherwise`. */
export function overriddenPrice(
  overrides: readonly PriceOverrideConfig[],
  provider: string,
  model: string,
  otherwise: Pricer
): Pricer {
  const candidates = overridesOn(overrides, provider, model).map(({ from, override }) => ({
    from,
    price: configuredPrice(override.price, sourceOfOverride(override)),
  }));
  return candidates.length === 0
    ? otherwise
    : (tokens, at, batch) => (candidates.find(({ from }) => from <= at)?.price ?? otherwise)(tokens, at, batch);
}

/** What costs at its prices name as their source. */
export function sourceOfOverride({ name }: PriceOverrideConfig): string {
  return `config:${name}`;
}
