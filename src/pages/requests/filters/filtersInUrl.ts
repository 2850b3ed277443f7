import { USAGE_DIMENSIONS, type UsageDimension } from '@llm-gateway/catalogue';
import type { SceneObjectUrlValue, SceneObjectUrlValues } from '@grafana/scenes';
import { isSearch, tagPairs, withTags, type RequestFilters } from './requestFilters';

/** Query parameters of the page's address: dimensions under their own names, the rest as the admin API has it. */
const TAG = 'tag';
const MIN_DURATION = 'min_duration_ms';
const MIN_COST = 'min_cost_usd';
const SEARCH = 'q';

export const FILTER_URL_KEYS = [...USAGE_DIMENSIONS, TAG, MIN_DURATION, MIN_COST, SEARCH];

/** All of them: what is not filtered by is taken out of the URL. Scenes read a list only where there is one, if empty. */
export function filtersToUrl(filters: RequestFilters): SceneObjectUrlValues {
  const { dimensions, minDurationMs, minCostUsd, search } = filters;
  return {
    ...Object.fromEntries(USAGE_DIMENSIONS.map((name) => [name, [...(dimensions[name] ?? [])]])),
    [TAG]: tagPairs(filters),
    [MIN_DURATION]: minDurationMs === undefined ? null : String(minDurationMs),
    [MIN_COST]: minCostUsd === undefined ? null : String(minCostUsd),
    [SEARCH]: search ?? null,
  };
}

/** What is not understood is left out: an address may have been written by hand. */
export function filtersFromUrl(values: SceneObjectUrlValues): RequestFilters {
  const dimensions: Partial<Record<UsageDimension, string[]>> = {};
  for (const name of USAGE_DIMENSIONS) {
    const chosen = texts(values[name]);
    if (chosen.length > 0) {
      dimensions[name] = chosen;
    }
  }
  const minDurationMs = amount(values[MIN_DURATION]);
  const minCostUsd = amount(values[MIN_COST]);
  const search = texts(values[SEARCH])[0]?.toLowerCase();
  return withTags(
    {
      dimensions,
      tags: {},
      ...(minDurationMs !== undefined && { minDurationMs }),
      ...(minCostUsd !== undefined && { minCostUsd }),
      ...(search !== undefined && isSearch(search) && { search }),
    },
    texts(values[TAG])
  );
}

function texts(value: SceneObjectUrlValue): string[] {
  return [...new Set([value ?? []].flat().filter((text) => text !== ''))];
}

function amount(value: SceneObjectUrlValue): number | undefined {
  const [text] = texts(value);
  return text !== undefined && /^\d{1,12}(\.\d{1,12})?$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}
