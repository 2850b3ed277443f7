import type { Query } from '../query.js';

const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** One query for each quantile, with single requests as points; `expression` is one of the catalogue's. */
export function quantiles(
  expression: (quantile: number) => string,
  ...names: ReadonlyArray<keyof typeof QUANTILES>
): Query[] {
  // The requests that exemplars point to are the same whatever the quantile: once is enough.
  return names.map((name, index) => ({ expr: expression(QUANTILES[name]), legend: name, exemplars: index === 0 }));
}
