import type { UsageGrouping } from '@llm-gateway/catalogue';

import type { Subject } from '../governance/subject.js';
import type { Store } from '../store/store.js';
import { selectSums } from './query/selectSums.js';
import type { TimeRange } from './query/timeRange.js';

export interface SpendQuery extends TimeRange {
  /** A concrete one: not `*`. */
  readonly subject: Subject;
  /** Nano-dollars, or input and output tokens. */
  readonly unit: 'usd' | 'tokens';
  /** Length of a bucket in milliseconds; undefined for one amount. */
  readonly bucketMs: number | undefined;
}

/** What was used in a bucket, and some time within it. */
export interface Spend {
  readonly at: number;
  readonly amount: number;
}

const HOUR_MS = 3_600_000;
/** From this length of a range on, the sums by hour are exact enough. */
const LONG_MS = 12 * HOUR_MS;

/**
 * What the ledger says a subject used. Amounts are exact; where buckets of a long range are not whole hours, an hour
 * counts as its last moment, so that a rolling window holds it rather too long than too short.
 */
export async function spentIn(
  store: Pick<Store, 'db' | 'dialect'>,
  { subject, unit, from, to, bucketMs }: SpendQuery
): Promise<readonly Spend[]> {
  const byHour = bucketMs !== undefined && bucketMs % HOUR_MS !== 0 && to - from >= LONG_MS;
  const lengthMs = byHour ? HOUR_MS : bucketMs;
  const [name, value] = dimensionOf(subject);
  const groups = await selectSums(
    store,
    {
      from,
      to,
      groupBy: [],
      bucket: lengthMs === undefined ? undefined : { kind: 'fixed', lengthMs },
      filters: { [name]: [value] },
    },
    unit === 'usd' ? ['cost_nano_usd'] : ['input_tokens', 'output_tokens']
  );
  return groups.flatMap(({ bucket = from, sums }) => {
    const amount = unit === 'usd' ? sums.cost_nano_usd : sums.input_tokens + sums.output_tokens;
    return amount === 0 ? [] : [{ at: byHour ? Math.min(bucket + HOUR_MS, to) - 1 : Math.max(bucket, from), amount }];
  });
}

/** What the ledger groups by, and the value there. Of a tag the subject's value is `name=value`. */
export function dimensionOf({ kind, value }: Subject): readonly [UsageGrouping, string] {
  if (kind !== 'tag') {
    return [kind, value];
  }
  const at = value.indexOf('=');
  return [`tag:${value.slice(0, at)}`, value.slice(at + 1)];
}
