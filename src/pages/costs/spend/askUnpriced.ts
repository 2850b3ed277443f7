import type { UsageFilter } from '../../../datasource/types';
import type { AdminQuestion } from '../../../scenes/queries/AdminData';
import { filterParameters } from '../scope/costScope';
import { MOST_ROWS, type UsageGroup } from './askBreakdown';

/** Models and providers that had requests without a known price, those with most first. */
export async function askUnpriced(
  { api, range }: AdminQuestion,
  filters: readonly UsageFilter[]
): Promise<UsageGroup[]> {
  const { groups } = await api.get('/usage', {
    query: {
      from: String(range.from.valueOf()),
      to: String(range.to.valueOf()),
      group_by: 'model,provider',
      measures: 'unpriced_requests,total_tokens',
      limit: MOST_ROWS,
      ...filterParameters(filters),
    },
  });
  return groups.filter(({ unpriced_requests: count = 0 }) => count > 0);
}
