import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { UsageFilter } from '../../../datasource/types';
import { nextDimension, toDimension } from './dimensions';

/** What the data source calls a value that is not known, such as the team of a key without one. */
export const UNKNOWN = 'none';

/** Whose costs are shown, and what they are told apart by. */
export interface CostScope {
  readonly by: UsageGrouping;
  /** In the order in which they were narrowed down. */
  readonly filters: readonly UsageFilter[];
}

/** One value of the dimension chosen, told apart by the next one. */
export function narrowed({ by, filters }: CostScope, value: string): CostScope {
  const all = [...filters.filter(({ dimension }) => dimension !== by), { dimension: by, values: [value] }];
  const dimensions = all.map(({ dimension }) => dimension);
  return { by: nextDimension(by, dimensions), filters: all };
}

/** Back to all values of a dimension, which is then what costs are told apart by. */
export function widened({ filters }: CostScope, dimension: UsageGrouping): CostScope {
  return { by: dimension, filters: filters.filter((filter) => filter.dimension !== dimension) };
}

/** Back to where a filter was set: those set after it are taken away. */
export function backTo({ filters }: CostScope, count: number): CostScope {
  const first = filters[count];
  const kept = filters.slice(0, count);
  return { by: first?.dimension ?? 'team', filters: kept };
}

/** Filters as they stand in the URL: `team=platform`. A tag's name may hold anything but `=`. */
export function filtersToUrl(filters: readonly UsageFilter[]): string[] {
  return filters.flatMap(({ dimension, values }) => values.map((value) => `${dimension}=${value}`));
}

export function filtersFromUrl(texts: readonly string[]): UsageFilter[] {
  const filters = new Map<UsageGrouping, string[]>();
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at > 0 && at < text.length - 1) {
      const dimension = toDimension(text.slice(0, at));
      filters.set(dimension, [...(filters.get(dimension) ?? []), text.slice(at + 1)]);
    }
  }
  return [...filters].map(([dimension, values]) => ({ dimension, values }));
}

/** Filters as parameters of the admin API, where what is not known is the empty text. */
export function filterParameters(filters: readonly UsageFilter[]): Record<string, string[]> {
  return Object.fromEntries(
    filters.map(({ dimension, values }) => [dimension, values.map((value) => (value === UNKNOWN ? '' : value))])
  );
}
