import type { TimeRange } from '@grafana/data';
import type { UsageGrouping, UsageMeasure } from '@llm-gateway/catalogue';
import type { UsageFilter, UsageQuery } from '../../../datasource/types';
import { usageQuery } from '../../../scenes/queries/usage';
import { zoneName } from '../forecast/timeZone';
import { filterParameters } from '../scope/costScope';

export interface Chargeback {
  readonly range: TimeRange;
  readonly timeZone: string;
  /** A row for each of their values in each month. */
  readonly dimensions: readonly UsageGrouping[];
  readonly filters: readonly UsageFilter[];
}

const MEASURES: UsageMeasure[] = ['cost_usd', 'requests', 'input_tokens', 'output_tokens', 'unpriced_requests'];

/** Parameters of `/usage` and, as it is the same question, of `/usage/export`. */
export function chargebackQuery({ range, timeZone, dimensions, filters }: Chargeback) {
  return {
    from: String(range.from.valueOf()),
    to: String(range.to.valueOf()),
    group_by: dimensions.join(','),
    bucket: '1M',
    timezone: zoneName(timeZone),
    measures: MEASURES.join(),
    ...filterParameters(filters),
  };
}

/** The question for the data source, whose tables have no months: each row is of the whole time range. */
export function chargebackExploreQuery({
  dimensions,
  filters,
}: Pick<Chargeback, 'dimensions' | 'filters'>): UsageQuery {
  return usageQuery({ format: 'table', measures: MEASURES, groupBy: dimensions, filters, compared: true });
}
