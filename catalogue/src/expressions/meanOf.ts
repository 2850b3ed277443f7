import type { MetricFamily } from '../metrics/family.js';
import { type FamilyOptions, type Matchers, RATE_INTERVAL, selector, sumBy } from './selector.js';

/** Mean of a histogram, in its unit; nothing where it observed nothing. */
export function meanOf<Label extends string>(
  { name }: MetricFamily<Label, 'histogram'>,
  { by, matchers, window = RATE_INTERVAL }: FamilyOptions<Label> = {}
): string {
  const rate = (part: string) => `${sumBy(by)} (rate(${name}_${part}${selector(matchers as Matchers)}[${window}]))`;
  return `${rate('sum')} / (${rate('count')} > 0)`;
}
