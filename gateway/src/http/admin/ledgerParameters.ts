import { USAGE_DIMENSIONS, type UsageGrouping } from '@llm-gateway/catalogue';

import type { UsageFilters } from '../../usage/query/statement.js';
import type { TimeRange } from '../../usage/query/timeRange.js';
import { type Parameters, invalid, parseTime } from './queryParameters.js';

const DAY_MS = 86_400_000;

/** What can be grouped by and filtered on, as errors and the API's description tell it. */
export const GROUPINGS: readonly string[] = [...USAGE_DIMENSIONS, 'tag:<name>'];

export function isGrouping(name: string): name is UsageGrouping {
  return (USAGE_DIMENSIONS as readonly string[]).includes(name) || /^tag:./s.test(name);
}

/** @throws GatewayError 400 for a parameter that is neither one of these nor a filter. */
export function checkLedgerParameters(parameters: Parameters, names: readonly string[]): void {
  for (const name of Object.keys(parameters)) {
    if (!names.includes(name) && !isGrouping(name)) {
      throw invalid(name, `${name} is not a parameter; there are: ${[...names, ...GROUPINGS].join(', ')}`);
    }
  }
}

/** The time range; without `from` it begins where `begin` says for its end. @throws GatewayError 400 */
export function parseRange(
  parameters: Parameters,
  now: number,
  begin: (to: number) => number = (to) => Math.max(0, to - DAY_MS)
): TimeRange {
  const to = parseTime(parameters, 'to') ?? now;
  const from = parseTime(parameters, 'from') ?? begin(to);
  if (from >= to) {
    throw invalid('from', 'from must be before to');
  }
  return { from, to };
}

/** Values to keep, by dimension or tag. @throws GatewayError 400 */
export function parseFilters(parameters: Parameters): UsageFilters {
  for (const value of [parameters['streaming'] ?? []].flat()) {
    if (value !== 'true' && value !== 'false') {
      throw invalid('streaming', 'streaming must be true or false');
    }
  }
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, values]) =>
      isGrouping(name) && values !== undefined ? [[name, [values].flat()]] : []
    )
  );
}
