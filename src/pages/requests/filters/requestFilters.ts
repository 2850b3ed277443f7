import { USAGE_DIMENSIONS, type UsageDimension } from '@llm-gateway/catalogue';

/** What the explorer shows. What is left out keeps all. */
export interface RequestFilters {
  /** Values to keep, by dimension; at least one each. {@link UNKNOWN} stands for "not known". */
  readonly dimensions: Readonly<Partial<Record<UsageDimension, readonly string[]>>>;
  /** Values to keep, by the name of a tag. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly minDurationMs?: number;
  readonly minCostUsd?: number;
  /** How a request's id or its trace's id begins, in lower case. */
  readonly search?: string;
}

export const NO_FILTERS: RequestFilters = { dimensions: {}, tags: {} };

/** The value that means "not known", such as the team of a key without one; the data source's own word. */
export const UNKNOWN = 'none';

/** The same filters with other values for a dimension; none for all. */
export function withDimension(
  filters: RequestFilters,
  name: UsageDimension,
  values: readonly string[]
): RequestFilters {
  const { [name]: _, ...others } = filters.dimensions;
  return { ...filters, dimensions: values.length === 0 ? others : { ...others, [name]: [...new Set(values)] } };
}

/** The same filters with other tags, each `name=value`; what is no such pair is left out. */
export function withTags(filters: RequestFilters, pairs: readonly string[]): RequestFilters {
  const tags: Record<string, string[]> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    // The gateway's parameter separates dimensions by commas.
    if (at > 0 && !pair.slice(0, at).includes(',')) {
      const values = (tags[pair.slice(0, at)] ??= []);
      values.push(pair.slice(at + 1));
    }
  }
  return { ...filters, tags };
}

/** Tags as `name=value`. */
export function tagPairs({ tags }: RequestFilters): string[] {
  return Object.entries(tags).flatMap(([name, values]) => values.map((value) => `${name}=${value}`));
}

/** How many things are filtered by. */
export function countFilters({ dimensions, tags, minDurationMs, minCostUsd, search }: RequestFilters): number {
  const numbers = [minDurationMs, minCostUsd, search].filter((value) => value !== undefined);
  return USAGE_DIMENSIONS.filter((name) => dimensions[name]).length + Object.keys(tags).length + numbers.length;
}

/** Whether a text can be searched for: how a request id (req_…) or a trace id begins. */
export function isSearch(text: string): boolean {
  return /^(?:req_[0-9a-f-]{0,36}|[0-9a-f]{4,32})$/.test(text);
}
