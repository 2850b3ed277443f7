import type { MetricQuery } from '../queries/metrics';

/** The same quantile has the same colour wherever it is drawn. */
export const QUANTILE_COLORS = { p50: 'green', p95: 'orange', p99: 'red' } as const;

export type Quantile = keyof typeof QUANTILE_COLORS;

const VALUES: Record<Quantile, number> = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** One query for each quantile; `expression` is one of the catalogue's. The largest brings single requests along. */
export function quantileQueries(expression: (quantile: number) => string, ...quantiles: Quantile[]): MetricQuery[] {
  return quantiles.map((name, index) => ({
    expr: expression(VALUES[name]),
    legend: name,
    exemplar: index === quantiles.length - 1,
  }));
}
