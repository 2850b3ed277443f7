import { REQUEST_MEASURES, USAGE_MEASURES, type UsageMeasure } from '@llm-gateway/catalogue';

import type { UsageQuery } from '../../usage/queryUsage.js';
import { GROUPINGS, checkLedgerParameters, isGrouping, parseFilters, parseRange } from './ledgerParameters.js';
import { type Parameters, invalid, parseCount, parseNames, single } from './queryParameters.js';
import { parseBucket, parseTimezone } from './usageQueryBucket.js';

/** Whoever wants more groups wants all. */
export const MAX_LIMIT = 1_000;

export const MEASURES: readonly UsageMeasure[] = USAGE_MEASURES.map(({ name }) => name);
/** What is answered where nothing else is asked for. */
const STANDARD = MEASURES.filter((name) => !(REQUEST_MEASURES as readonly string[]).includes(name));

export const USAGE_PARAMETERS = [
  'from',
  'to',
  'group_by',
  'bucket',
  'timezone',
  'measures',
  'limit',
  'order_by',
] as const;

/** Reads the parameters of `GET /api/v1/usage`. @throws GatewayError 400 that names the parameter. */
export function parseUsageQuery(
  parameters: Parameters,
  now: number = Date.now(),
  begin?: (to: number) => number
): UsageQuery {
  checkLedgerParameters(parameters, USAGE_PARAMETERS);
  const range = parseRange(parameters, now, begin);
  const asked = parseNames(parameters, 'measures', isMeasure, MEASURES);
  return {
    ...range,
    groupBy: parseNames(parameters, 'group_by', isGrouping, GROUPINGS),
    bucket: parseBucket(single(parameters, 'bucket'), parseTimezone(parameters), range),
    filters: parseFilters(parameters),
    measures: asked.length === 0 ? STANDARD : asked,
    orderBy: parseOrderBy(parameters) ?? asked[0] ?? 'cost_usd',
    limit: parseCount(parameters, 'limit', MAX_LIMIT),
  };
}

function parseOrderBy(parameters: Parameters): UsageMeasure | undefined {
  const [first, second] = parseNames(parameters, 'order_by', isMeasure, MEASURES);
  if (second !== undefined) {
    throw invalid('order_by', 'order_by must be a single measure');
  }
  return first;
}

function isMeasure(name: string): name is UsageMeasure {
  return (MEASURES as readonly string[]).includes(name);
}
