export type MetricType = 'counter' | 'gauge' | 'histogram';

/** One metric family as Prometheus exposes it. */
export interface MetricFamily<Label extends string = string, Type extends MetricType = MetricType> {
  /** Full name on the wire; counters end in `_total`, times are in seconds, money in US dollars. */
  readonly name: string;
  readonly type: Type;
  readonly help: string;
  readonly labels: readonly Label[];
  /** Upper bounds of a histogram, ascending, without `+Inf`. */
  readonly buckets?: readonly number[];
}

/** Declares a family and keeps its label names as types, so that a misspelt label does not compile. */
export function family<const Label extends string, const Type extends MetricType>(
  definition: MetricFamily<Label, Type>
): MetricFamily<Label, Type> {
  return definition;
}
