import type { SimulatorSettings } from '../config/schema.js';

/** Longest latency there is, in milliseconds: the tail has no end of its own. */
const LONGEST_MS = 600_000;

/** Log-odds of the 95th percentile. */
const LOG_ODDS_P95 = Math.log(0.95 / 0.05);

/**
 * Time to the first token in milliseconds, as the quantile that `draw` (0 to 1) stands for. With a p95 it is
 * log-logistic: much like the lognormal that real latencies follow, and its quantile is one line.
 */
export function drawLatency(behaviour: SimulatorSettings, draw: number): number {
  const { latency_ms: median, latency_p95_ms: p95, jitter } = behaviour;
  if (p95 === undefined) {
    return median * (1 + jitter * (2 * draw - 1));
  }
  // Overrides of a provider and of a model meet only here, so a p95 can be below the median.
  if (median === 0 || p95 <= median) {
    return median;
  }
  const logOdds = Math.log(draw / (1 - draw));
  return Math.min(LONGEST_MS, median * (p95 / median) ** (logOdds / LOG_ODDS_P95));
}
