import type { UsageMeasure } from '@llm-gateway/catalogue';
import type { Answer } from '../../../api/gateway/operations';
import type { UsageQuery } from '../../../datasource/types';
import { usageQuery } from '../../../scenes/queries/usage';
import type { AdminQuestion } from '../../../scenes/queries/AdminData';
import { filterParameters, UNKNOWN, type CostScope } from '../scope/costScope';

/** More rows than anyone reads; the totals are over all groups all the same. */
export const MOST_ROWS = 100;

const MEASURES: UsageMeasure[] = [
  'cost_usd',
  'saved_usd',
  'requests',
  'input_tokens',
  'output_tokens',
  'unpriced_requests',
];

export type Usage = Answer<'/usage', 'get'>;
export type UsageGroup = Usage['groups'][number];

/** The costs of a time range, told apart, the largest first. */
export function askBreakdown(
  { api, range }: Pick<AdminQuestion, 'api' | 'range'>,
  { by, filters }: CostScope
): Promise<Usage> {
  return api.get('/usage', {
    query: {
      from: String(range.from.valueOf()),
      to: String(range.to.valueOf()),
      group_by: by,
      measures: MEASURES.join(),
      limit: MOST_ROWS,
      ...filterParameters(filters),
    },
  });
}

/** The same question for the data source. */
export function breakdownQuery({ by, filters }: CostScope): UsageQuery {
  return usageQuery({ format: 'table', measures: MEASURES, groupBy: [by], filters, limit: MOST_ROWS, compared: true });
}

/** The value of a dimension, as it stands in filters. */
export function valueOf(group: UsageGroup, dimension: string): string {
  return ((group as Record<string, unknown>)[dimension] as string | null) ?? UNKNOWN;
}
