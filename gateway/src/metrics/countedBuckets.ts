import type { Dialect, MetricFamily } from '@llm-gateway/catalogue';

/** Every bound at which a histogram must count for its own exposition and those of the dialects, ascending. */
export function countedBuckets(family: MetricFamily, dialects: readonly Dialect[]): number[] {
  const views = dialects.flatMap(({ views }) => views).filter(({ from }) => from.name === family.name);
  const bounds = [family, ...views].flatMap(({ buckets }) => buckets ?? []);
  return [...new Set(bounds)].sort((a, b) => a - b);
}
