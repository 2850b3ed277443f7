import type { MetricFamily } from '../metrics/family.js';
import { increaseOf } from './increaseOf.js';
import { type FamilyOptions, RATE_INTERVAL } from './selector.js';

/** 1 on every second day (UTC), else 0; a second back, as what is counted until midnight belongs to the day before. */
const ODD_DAY = 'scalar(floor(vector((time() - 1) / 86400)) % 2)';
const EVEN_DAY = `(1 - ${ODD_DAY})`;

/**
 * What a counter rose by since midnight (UTC), as a line that climbs through each day. PromQL has no window that begins
 * at midnight; but the last 24 hours touch two days only, so those of the same parity as now are of today.
 */
export function dayTotal<Label extends string>(
  family: MetricFamily<Label, 'counter'>,
  { by, matchers }: Omit<FamilyOptions<Label>, 'window'> = {}
): string {
  const risen = increaseOf(family, { ...(by && { by }), ...(matchers && { matchers }), window: RATE_INTERVAL });
  const ofDays = (parity: string) => `sum_over_time((${risen} * ${parity})[1d:${RATE_INTERVAL}]) * ${parity}`;
  return `${ofDays(ODD_DAY)} + ${ofDays(EVEN_DAY)}`;
}
