import type { PriceOverrideConfig } from '../config/schema.js';
import { modelPatterns } from '../governance/modelPatterns.js';
import { configuredPrice } from './configuredPrice.js';
import type { Pricer } from './pricer.js';

/**
 * The overrides that are on a deployment, by the time of the request: of those in force, the one whose pattern says
 * most about the model, then one for its provider before one for all, then the latest, then the first in the list.
 * Where none is in force, `otherwise`.
 */
export function overriddenPrice(
  overrides: readonly PriceOverrideConfig[],
  provider: string,
  model: string,
  otherwise: Pricer
): Pricer {
  const candidates = overrides
    .filter((override) => (override.provider ?? provider) === provider && modelPatterns([override.model]).allows(model))
    .map((override) => ({
      specificity: specificity(override.model),
      named: override.provider === undefined ? 0 : 1,
      from: override.from === undefined ? -Infinity : Date.parse(override.from),
      price: configuredPrice(override.price, `config:${override.name}`),
    }))
    // Sorting keeps the list's order among equals.
    .sort((a, b) => b.specificity - a.specificity || b.named - a.named || latestFirst(a.from, b.from));
  return candidates.length === 0
    ? otherwise
    : (tokens, at, batch) => (candidates.find(({ from }) => from <= at)?.price ?? otherwise)(tokens, at, batch);
}

/** How many characters a pattern spells out; a whole name says more than any pattern. */
function specificity(model: string): number {
  const spelled = model.replaceAll('*', '').length;
  return spelled === model.length ? spelled + 1 : spelled;
}

/** Not a difference: two of -Infinity have none. */
function latestFirst(a: number, b: number): number {
  return a === b ? 0 : a < b ? 1 : -1;
}
