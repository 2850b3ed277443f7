import type { UsageDimension, UsageMeasure } from '@llm-gateway/catalogue';
import type { UsageFilter, UsageQuery } from '../../../datasource/types';
import { usageQuery } from '../../../scenes/queries/usage';
import type { AdminQuestion } from '../../../scenes/queries/AdminData';
import { filterParameters } from '../scope/costScope';
import { MOST_ROWS, type UsageGroup } from './askBreakdown';

const DIMENSIONS: UsageDimension[] = ['model', 'provider'];
const MEASURES: UsageMeasure[] = ['unpriced_requests', 'total_tokens'];

/** Models and providers that had requests without a known price, those with most first. */
export async function askUnpriced(
  { api, range }: AdminQuestion,
  filters: readonly UsageFilter[]
): Promise<UsageGroup[]> {
  const { groups } = await api.get('/usage', {
    query: {
      from: String(range.from.valueOf()),
      to: String(range.to.valueOf()),
      group_by: DIMENSIONS.join(),
      measures: MEASURES.join(),
      limit: MOST_ROWS,
      ...filterParameters(filters),
    },
  });
  return groups.filter(({ unpriced_requests: count = 0 }) => count > 0);
}

/** The same question for the data source. */
export function unpricedQuery(filters: readonly UsageFilter[]): UsageQuery {
  return usageQuery({
    format: 'table',
    measures: MEASURES,
    groupBy: DIMENSIONS,
    filters,
    limit: MOST_ROWS,
    compared: true,
  });
}
