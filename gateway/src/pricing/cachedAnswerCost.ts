import type { Cost, UsageEvent } from '../usage/event.js';

/**
 * What an answer out of our own cache costs: nothing, which is known even where its price is not. Saved is what a
 * provider would have asked for it.
 * @param priced Cost of the tokens that the answer used when it was made.
 */
export function cachedAnswerCost(priced: Cost | undefined): Pick<UsageEvent, 'cost' | 'unpriced' | 'savedNanoUsd'> {
  return { cost: { nanoUsd: 0, source: priced?.source ?? 'cache' }, unpriced: false, savedNanoUsd: priced?.nanoUsd };
}
