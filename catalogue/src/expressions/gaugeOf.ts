import type { MetricFamily } from '../metrics/family.js';
import { type Aggregation, type FamilyOptions, type Matchers, aggregated, selector } from './selector.js';

export interface GaugeOptions<Label extends string> extends Omit<FamilyOptions<Label>, 'window'> {
  /** How the series of several gateways become one; `sum` unless told otherwise. */
  readonly aggregation?: Aggregation;
}

/** A gauge as it is now. */
export function gaugeOf<Label extends string>(
  { name }: MetricFamily<Label, 'gauge'>,
  { by, matchers, aggregation = 'sum' }: GaugeOptions<Label> = {}
): string {
  return `${aggregated(aggregation, by)} (${name}${selector(matchers as Matchers)})`;
}
