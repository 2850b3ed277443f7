/** Strategies by their names in the configuration. */
export const STRATEGY_NAMES = ['weighted', 'least-busy', 'lowest-latency', 'lowest-cost', 'most-headroom'] as const;

export type StrategyName = (typeof STRATEGY_NAMES)[number];
