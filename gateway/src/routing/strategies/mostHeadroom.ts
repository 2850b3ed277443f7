import { type Strategy, ascendingBy } from './strategy.js';

/** Largest share of its rate limit left, as the provider's own headers say; one that says nothing counts as half full. */
export const mostHeadroom: Strategy = (candidates, random) =>
  ascendingBy(candidates, ({ headroom }) => -(headroom ?? 0.5), random);
