import { leastBusy } from './leastBusy.js';
import { lowestCost } from './lowestCost.js';
import { lowestLatency } from './lowestLatency.js';
import { mostHeadroom } from './mostHeadroom.js';
import type { Strategy } from './strategy.js';
import { weighted } from './weighted.js';

/** By their names in the configuration. */
export const STRATEGIES = {
  weighted,
  'least-busy': leastBusy,
  'lowest-latency': lowestLatency,
  'lowest-cost': lowestCost,
  'most-headroom': mostHeadroom,
} as const satisfies Record<string, Strategy>;

export type StrategyName = keyof typeof STRATEGIES;
