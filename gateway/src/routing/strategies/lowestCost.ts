import { type Strategy, ascendingBy } from './strategy.js';

/** What prices are compared by: three input tokens to one output token, as chat traffic has it. */
const SAMPLE = { input: 3_000, cachedInput: 0, output: 1_000, reasoning: 0, source: 'estimated' } as const;

/** Lowest price; what has no known price comes last. */
export const lowestCost: Strategy = (candidates, random) => {
  const now = Date.now();
  return ascendingBy(candidates, ({ deployment }) => deployment.price(SAMPLE, now)?.nanoUsd ?? Infinity, random);
};
