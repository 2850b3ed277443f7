/** A value that a label must not have. */
export interface Not {
  readonly not: string;
}

/**
 * Label matchers, e.g. `{ provider: '$provider' }`. A value is matched as a regular expression, so multi-value variables
 * work.
 */
export type Matchers = Readonly<Record<string, string | Not>>;

/** `a=~"x"` or `b!~"y"` of each. */
export function conditions(matchers: Matchers = {}): string[] {
  return Object.entries(matchers).map(([label, value]) =>
    typeof value === 'string' ? `${label}=~"${value}"` : `${label}!~"${value.not}"`
  );
}

/** `{a=~"x",b!~"y"}`, or nothing when there are no matchers. */
export function selector(matchers: Matchers = {}): string {
  const parts = conditions(matchers);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

/** `sum` or `sum by (a, b)`. */
export function sumBy(by: readonly string[] = []): string {
  return aggregated('sum', by);
}

export type Aggregation = 'sum' | 'min' | 'max' | 'avg' | 'count';

/** `max` or `max by (a, b)`. */
export function aggregated(aggregation: Aggregation, by: readonly string[] = []): string {
  return by.length === 0 ? aggregation : `${aggregation} by (${by.join(', ')})`;
}

/** What every expression can be told: how to split it, which series to take, and over which window its rates run. */
export interface ExpressionOptions {
  readonly by?: readonly string[];
  readonly matchers?: Matchers;
  /** A PromQL duration; Grafana's own choice unless told otherwise. */
  readonly window?: string;
}

/** Labels that Prometheus gives to all series of what it scrapes; `cluster` is there only where the operator adds it. */
export const TARGET_LABELS = ['job', 'instance', 'cluster'] as const;
export type TargetLabel = (typeof TARGET_LABELS)[number];

/** The same for the expressions of one family: labels that it does not have do not compile. */
export interface FamilyOptions<Label extends string> {
  readonly by?: ReadonlyArray<NoInfer<Label> | TargetLabel>;
  readonly matchers?: Readonly<Partial<Record<NoInfer<Label> | TargetLabel, string | Not>>>;
  readonly window?: string;
}

export const RATE_INTERVAL = '$__rate_interval';

/** Grafana's time range: for totals over what is looked at. */
export const RANGE = '$__range';
