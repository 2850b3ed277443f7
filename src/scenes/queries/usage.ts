import { SceneQueryRunner } from '@grafana/scenes';
import { DATASOURCE_ID, type UsageDimension, type UsageMeasure } from '@llm-gateway/catalogue';
import type { UsageQuery } from '../../datasource/types';
import { NOT_COMPARED } from './comparison';
import { GATEWAY_VARIABLE } from '../variables/names';

export interface UsageQuestion {
  readonly format: UsageQuery['format'];
  readonly measures: readonly UsageMeasure[];
  readonly groupBy?: readonly UsageDimension[];
  /** How finely a time series is cut: into about this many buckets. */
  readonly buckets?: number;
}

/** Exact figures from the ledger of the gateway chosen on the page. */
export function usage({ format, measures, groupBy = [], buckets }: UsageQuestion): SceneQueryRunner {
  const query: UsageQuery = {
    refId: 'usage',
    queryType: 'usage',
    format,
    measures: [...measures],
    groupBy: [...groupBy],
    filters: [],
    // A table or a sum has no place for a second period.
    ...(format === 'table' && NOT_COMPARED),
  };
  return new SceneQueryRunner({
    datasource: { uid: `\${${GATEWAY_VARIABLE}}`, type: DATASOURCE_ID },
    queries: [query],
    maxDataPoints: buckets,
  });
}
