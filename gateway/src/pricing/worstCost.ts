import type { TokenUsage } from '../usage/event.js';
import type { Pricer } from './pricer.js';

/**
 * The most that a use can cost at a time, in nano-dollars, whichever of the deployments answers; undefined when one of
 * them has no price for it. 0 for no deployments.
 */
export function worstCost(
  pricers: Iterable<Pricer>,
  tokens: TokenUsage,
  at: number,
  batch?: boolean
): number | undefined {
  let worst = 0;
  for (const price of pricers) {
    const cost = price(tokens, at, batch);
    if (cost === undefined) {
      return undefined;
    }
    worst = Math.max(worst, cost.nanoUsd);
  }
  return worst;
}
