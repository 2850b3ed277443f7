import type { PriceOverrideConfig } from '../config/schema.js';
import { modelPatterns } from '../governance/modelPatterns.js';

/**
 * The overrides that are on a deployment, the one that counts first: the one whose pattern says most about the model,
 * then one for its provider before one for all, then the latest, then the first in the list. `from` is when it comes
 * into force, in epoch milliseconds.
 */
export function overridesOn(
  overrides: readonly PriceOverrideConfig[],
  provider: string,
  model: string
): ReadonlyArray<{ readonly from: number; readonly override: PriceOverrideConfig }> {
  return (
    overrides
      .filter(
        (override) => (override.provider ?? provider) === provider && modelPatterns([override.model]).allows(model)
      )
      .map((override) => ({
        specificity: specificity(override.model),
        named: override.provider === undefined ? 0 : 1,
        from: override.from === undefined ? -Infinity : Date.parse(override.from),
        override,
      }))
      // Sorting keeps the list's order among equals.
      .sort((a, b) => b.specificity - a.specificity || b.named - a.named || latestFirst(a.from, b.from))
  );
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
