import type { UsageDimension } from '@llm-gateway/catalogue';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Range } from './filtersInQueries';
import { UNKNOWN } from './requestFilters';

const MOST = 500;

/** The values of a dimension that requests of the time range had, those with most requests first. */
export async function suggestValues(
  gatewayUid: string,
  dimension: UsageDimension,
  { from, to }: Range
): Promise<string[]> {
  const query = { from: String(from), to: String(to), group_by: dimension, measures: 'requests', limit: MOST };
  const { groups } = await gatewayApi(gatewayUid).get('/usage', { query });
  return groups.map((group) => {
    const value: unknown = group[dimension];
    return value === null || value === undefined || value === '' ? UNKNOWN : String(value);
  });
}
