import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { UsageGrouping, UsageMeasure } from '@llm-gateway/catalogue';
import type { EventType } from './annotations/eventTypes';

/** What can be asked of a gateway. Each query's other half is a file of pkg/plugin. */
export type GatewayQuery =
  UsageQuery | RequestsQuery | ProvidersQuery | BudgetsQuery | EventsQuery | LiveQuery | ValuesQuery;

export type QueryType = GatewayQuery['queryType'];
export type QueryOf<T extends QueryType> = Extract<GatewayQuery, { queryType: T }>;

/** Sums of the ledger, as a graph or as a table. */
export interface UsageQuery extends DataQuery {
  queryType: 'usage';
  format: 'time_series' | 'table';
  measures: UsageMeasure[];
  groupBy: UsageGrouping[];
  filters: UsageFilter[];
  /** Keeps the groups with most of the first measure. Left out: all rows of a table, 100 series of a graph. */
  limit?: number;
}

/** Single requests of the ledger, the newest first. */
export interface RequestsQuery extends DataQuery {
  queryType: 'requests';
  format: 'table' | 'logs';
  filters: UsageFilter[];
  /** How a request's id or its trace's id begins. */
  search?: string;
  /** Keeps requests that took at least so long, in milliseconds. */
  minDurationMs?: number;
  /** Keeps requests whose cost is known and at least so many dollars. */
  minCostUsd?: number;
  /** At most 1,000; 100 when left out. */
  limit?: number;
}

/** How providers or their deployments stand now, whatever the time range is. */
export interface ProvidersQuery extends DataQuery {
  queryType: 'providers';
  level: 'provider' | 'deployment';
}

/** Where each budget stands now, whatever the time range is. */
export interface BudgetsQuery extends DataQuery {
  queryType: 'budgets';
}

/** What happened to the gateway, in the form of annotations. */
export interface EventsQuery extends DataQuery {
  queryType: 'events';
  /** None for all of them. */
  types: EventType[];
}

/** The newest requests of the time range, then each as it ends. */
export interface LiveQuery extends DataQuery {
  queryType: 'live';
  filters: UsageFilter[];
}

/** The values of a dimension that requests of the time range had: the options of a variable. */
export interface ValuesQuery extends DataQuery {
  queryType: 'values';
  dimension: UsageGrouping;
  filters?: UsageFilter[];
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
