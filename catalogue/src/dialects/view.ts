import type { MetricFamily, MetricType } from '../metrics/family.js';

/**
 * Where the value of a view's label comes from: a label of the native family, a fixed text, or a label's value put into
 * other words (values that `words` does not have stay as they are).
 */
export type LabelSource<Label extends string = string> =
  Label | { readonly fixed: string } | { readonly from: Label; readonly words: Readonly<Record<string, string>> };

/**
 * One family of a dialect, rendered from a native family when Prometheus asks. Series that are equal under the view's
 * labels become one. A label whose series has no value for it, or `none`, gets the dialect's word for that.
 */
export interface View<Label extends string = string> {
  /** Full name on the wire, as that dialect has it. */
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  readonly from: MetricFamily<Label>;
  /** The view's labels, in their order. */
  readonly labels: Readonly<Record<string, LabelSource<NoInfer<Label>>>>;
  /** Only series with one of these values are shown. */
  readonly where?: Partial<Readonly<Record<NoInfer<Label>, readonly string[]>>>;
  /** And none with one of these. */
  readonly except?: Partial<Readonly<Record<NoInfer<Label>, readonly string[]>>>;
  /** Upper bounds of a histogram where they are not the native family's: counted from the start while its dialect is on. */
  readonly buckets?: readonly number[];
  /** How equal series become one; counters and histograms are always added up. */
  readonly combine?: 'sum' | 'max' | 'min';
  /** Of a histogram, for a view that is no histogram: its number of observations, or their sum. */
  readonly part?: 'count' | 'sum';
  /** A gauge's values in other numbers, e.g. 1 becomes 0. */
  readonly values?: Readonly<Record<number, number>>;
  /** A gauge's values are multiplied by this, for another unit. */
  readonly scale?: number;
}

/** Declares a view; a label that the native family does not have, does not compile. */
export function view<const Label extends string>(definition: View<Label>): View<Label> {
  return definition;
}

/** A set of names under which other tools' dashboards and alerts find our series. */
export interface Dialect {
  /** As in `metrics.dialects` of the configuration. */
  readonly name: string;
  /** Its word for a label without a value. */
  readonly none: string;
  readonly views: readonly View[];
}
