import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { UsageGrouping, UsageMeasure } from '@llm-gateway/catalogue';

/** Asks the gateway's ledger for sums. Its other half is pkg/plugin/usage_query.go. */
export interface UsageQuery extends DataQuery {
  queryType: 'usage';
  format: 'time_series' | 'table';
  measures: UsageMeasure[];
  groupBy: UsageGrouping[];
  filters: UsageFilter[];
  /** Keeps the groups with most of the first measure. Left out: all rows of a table, 100 series of a graph. */
  limit?: number;
}

/** Keeps requests whose dimension has one of the values; without values it keeps all. */
export interface UsageFilter {
  dimension: UsageGrouping;
  values: string[];
}

/** Settings of the gateway's http client, under the names that Grafana's backend SDK reads. */
export interface GatewayOptions extends DataSourceJsonData {
  /** In seconds; 30 when left out. */
  timeout?: number;
  tlsAuthWithCACert?: boolean;
  tlsSkipVerify?: boolean;
}

/** Written by the browser, read by the backend only. */
export interface GatewaySecrets {
  adminToken?: string;
  tlsCACert?: string;
}
