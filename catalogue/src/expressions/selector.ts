/** Label matchers, e.g. `{ provider: '$provider' }`. A value is matched as a regular expression, so multi-value variables work. */
export type Matchers = Readonly<Record<string, string>>;

/** `{a=~"x",b=~"y"}`, or nothing when there are no matchers. */
export function selector(matchers: Matchers = {}): string {
  const parts = Object.entries(matchers).map(([label, value]) => `${label}=~"${value}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

/** `sum` or `sum by (a, b)`. */
export function sumBy(by: readonly string[] = []): string {
  return by.length === 0 ? 'sum' : `sum by (${by.join(', ')})`;
}

/** What every expression can be told: how to split it, which series to take, and over which window its rates run. */
export interface ExpressionOptions {
  readonly by?: readonly string[];
  readonly matchers?: Matchers;
  /** A PromQL duration; Grafana's own choice unless told otherwise. */
  readonly window?: string;
}

export const RATE_INTERVAL = '$__rate_interval';
