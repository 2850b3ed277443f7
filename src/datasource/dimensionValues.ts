import { dateTime, LoadingState, type DataQueryRequest, type TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import { lastValueFrom } from 'rxjs';
import type { SuggestingDataSource } from './SuggestingDataSource';
import type { GatewayQuery } from './types';

const WEEK_MS = 7 * 86_400_000;

/**
 * The values of a dimension that requests of the time range had, those with most requests first; at most 1,000.
 * @throws Error in the words of the data source
 */
export async function dimensionValues(
  datasource: Pick<SuggestingDataSource, 'query'>,
  dimension: UsageGrouping,
  range: TimeRange = lastWeek()
): Promise<string[]> {
  const request: DataQueryRequest<GatewayQuery> = {
    // Without an id, so that one editor's question does not end another's.
    requestId: '',
    app: 'llmgateway-datasource',
    hideFromInspector: true,
    interval: '1h',
    intervalMs: 3_600_000,
    range,
    scopedVars: {},
    startTime: Date.now(),
    targets: [{ refId: 'values', queryType: 'values', dimension }],
    timezone: 'utc',
  };
  const response = await lastValueFrom(datasource.query(request));
  const error = response.errors?.[0] ?? response.error;
  if (error || response.state === LoadingState.Error) {
    throw new Error(error?.message ?? t('values.failed', 'The gateway did not tell the values.'));
  }
  const [frame] = response.data;
  const field = frame?.fields.find(({ name }: { name: string }) => name === 'value');
  return [...(field?.values ?? [])].filter((value) => value !== null && value !== '').map(String);
}

/** Alert rules have no range of their own to suggest values of. */
function lastWeek(): TimeRange {
  const to = dateTime();
  const from = dateTime(to.valueOf() - WEEK_MS);
  return { from, to, raw: { from, to } };
}
