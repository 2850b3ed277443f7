import type { UsageDimension, UsageGrouping } from '@llm-gateway/catalogue';

import { HOURLY_DIMENSIONS, USER_DIMENSIONS } from '../rollup.js';

const HOUR_MS = 3_600_000;

/** A table that usage can be summed from. */
export interface Source {
  readonly table: 'requests' | 'usage_hourly' | 'usage_hourly_users';
  /** Column of epoch milliseconds. */
  readonly time: 'time' | 'hour';
  /** Length of time that one row sums up; undefined for single requests. */
  readonly grainMs: number | undefined;
  /** What its rows can be told apart by; undefined for everything. */
  readonly dimensions: ReadonlySet<UsageDimension> | undefined;
}

export const REQUESTS: Source = { table: 'requests', time: 'time', grainMs: undefined, dimensions: undefined };

/** The smallest first. */
const ROLLUPS: readonly Source[] = [
  {
    table: 'usage_hourly',
    time: 'hour',
    grainMs: HOUR_MS,
    dimensions: new Set(HOURLY_DIMENSIONS),
  },
  { table: 'usage_hourly_users', time: 'hour', grainMs: HOUR_MS, dimensions: new Set(USER_DIMENSIONS) },
];

/** The smallest rollup that knows these dimensions and whose grain divides the length of the buckets, if there is one. */
export function rollupFor(dimensions: readonly UsageGrouping[], bucketMs: number | undefined): Source | undefined {
  return ROLLUPS.find(
    (source) =>
      dimensions.every((name) => knows(source, name)) &&
      (bucketMs === undefined || bucketMs % (source.grainMs ?? 1) === 0)
  );
}

/** The rollup that knows most of these dimensions; undefined if none knows any. */
export function rollupKnowing(dimensions: readonly UsageGrouping[]): Source | undefined {
  const known = (source: Source): number => dimensions.filter((name) => knows(source, name)).length;
  const [best] = ROLLUPS.toSorted((a, b) => known(b) - known(a));
  return best === undefined || known(best) === 0 ? undefined : best;
}

export function knows({ dimensions }: Source, name: UsageGrouping): boolean {
  return dimensions === undefined || (dimensions as ReadonlySet<string>).has(columnOf(name));
}

/** Feature and environment are tags too, and have columns of their own. */
export function columnOf(name: UsageGrouping): UsageGrouping {
  return name === 'tag:feature' ? 'feature' : name === 'tag:environment' ? 'environment' : name;
}
