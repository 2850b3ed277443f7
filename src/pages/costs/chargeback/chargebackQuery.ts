import type { TimeRange } from '@grafana/data';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { UsageFilter } from '../../../datasource/types';
import { zoneName } from '../forecast/timeZone';
import { filterParameters } from '../scope/costScope';

export interface Chargeback {
  readonly range: TimeRange;
  readonly timeZone: string;
  /** A row for each of their values in each month. */
  readonly dimensions: readonly UsageGrouping[];
  readonly filters: readonly UsageFilter[];
}

/** Parameters of `/usage` and, as it is the same question, of `/usage/export`. */
export function chargebackQuery({ range, timeZone, dimensions, filters }: Chargeback) {
  return {
    from: String(range.from.valueOf()),
    to: String(range.to.valueOf()),
    group_by: dimensions.join(','),
    bucket: '1M',
    timezone: zoneName(timeZone),
    measures: 'cost_usd,requests,input_tokens,output_tokens,unpriced_requests',
    ...filterParameters(filters),
  };
}
