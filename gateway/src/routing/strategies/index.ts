import { leastBusy } from './leastBusy.js';
import { lowestCost } from './lowestCost.js';
import { lowestLatency } from './lowestLatency.js';
import { mostHeadroom } from './mostHeadroom.js';
import type { StrategyName } from './names.js';
import type { Strategy } from './strategy.js';
import { weighted } from './weighted.js';

export const STRATEGIES: Readonly<Record<StrategyName, Strategy>> = {
  weighted,
  'least-busy': leastBusy,
  'lowest-latency': lowestLatency,
  'lowest-cost': lowestCost,
  'most-headroom': mostHeadroom,
};
