import { type Strategy, ascendingBy } from './strategy.js';

/** Fewest calls under way, relative to the weights. */
export const leastBusy: Strategy = (candidates, random) =>
  ascendingBy(candidates, ({ active, deployment }) => active / (deployment.weight || Number.MIN_VALUE), random);
