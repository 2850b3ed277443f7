import type { DataQueryRequest, DataQueryResponse, DataSourceApi, TimeRange } from '@grafana/data';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { Observable } from 'rxjs';
import type { GatewayOptions, GatewayQuery } from './types';

/** What editors know of the data source that they edit queries of. */
export interface SuggestingDataSource extends DataSourceApi<GatewayQuery, GatewayOptions> {
  query(request: DataQueryRequest<GatewayQuery>): Observable<DataQueryResponse>;

  /**
   * The values of a dimension that requests of the time range had.
   * @throws Error in words that can be shown
   */
  dimensionValues(dimension: UsageGrouping, range?: TimeRange): Promise<string[]>;
}
