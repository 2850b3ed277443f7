import { SceneQueryRunner } from '@grafana/scenes';
import { DATASOURCE_ID, type UsageGrouping, type UsageMeasure } from '@llm-gateway/catalogue';
import type { UsageFilter, UsageQuery } from '../../datasource/types';
import { NOT_COMPARED } from './comparison';
import { GATEWAY_VARIABLE } from '../variables/names';

export interface UsageQuestion {
  readonly format: UsageQuery['format'];
  readonly measures: readonly UsageMeasure[];
  readonly groupBy?: readonly UsageGrouping[];
  /** Whose requests are counted: all without any. */
  readonly filters?: readonly UsageFilter[];
  /** Keeps the groups with most of the first measure. */
  readonly limit?: number;
  /** Whether a table is asked of the period that the page compares with too, for who tells both apart; series are. */
  readonly compared?: boolean;
  /** How finely a time series is cut: into about this many buckets. */
  readonly buckets?: number;
}

/** Exact figures from the ledger of the gateway chosen on the page. */
export function usage(question: UsageQuestion): SceneQueryRunner {
  return new SceneQueryRunner({
    datasource: { uid: `\${${GATEWAY_VARIABLE}}`, type: DATASOURCE_ID },
    queries: [usageQuery(question)],
    maxDataPoints: question.buckets,
  });
}

export function usageQuery({
  format,
  measures,
  groupBy = [],
  filters = [],
  limit,
  compared = format === 'time_series',
}: UsageQuestion): UsageQuery {
  return {
    refId: 'usage',
    queryType: 'usage',
    format,
    measures: [...measures],
    groupBy: [...groupBy],
    filters: [...filters],
    ...(limit !== undefined && { limit }),
    ...(!compared && NOT_COMPARED),
  };
}
