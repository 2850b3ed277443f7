import type { ModelConfig } from '../../config/schema.js';

/** Our strategy for each of LiteLLM's. */
export const STRATEGIES: Readonly<Record<string, NonNullable<ModelConfig['strategy']>>> = {
  'simple-shuffle': 'weighted',
  'least-busy': 'least-busy',
  'latency-based-routing': 'lowest-latency',
  'cost-based-routing': 'lowest-cost',
  'usage-based-routing': 'most-headroom',
  'usage-based-routing-v2': 'most-headroom',
};
