import { CoreApp } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { GatewayQuery, QueryOf, QueryType } from './types';

/** A query's own fields. */
type Fields<T extends QueryType> = { queryType: T } & Omit<QueryOf<T>, keyof DataQuery>;

/** What a new query of each type asks, and what a saved one means by a field that it leaves out. */
export const DEFAULT_QUERIES = {
  usage: { queryType: 'usage', format: 'time_series', measures: ['requests'], groupBy: [], filters: [] },
  requests: { queryType: 'requests', format: 'table', filters: [] },
  providers: { queryType: 'providers', level: 'provider' },
  budgets: { queryType: 'budgets' },
  events: { queryType: 'events', types: [] },
  live: { queryType: 'live', filters: [] },
} satisfies { [T in Exclude<QueryType, 'values'>]: Fields<T> };

/** Types that have a default, which are those of the query editor. */
export type EditedType = keyof typeof DEFAULT_QUERIES;

/** Where a newcomer starts: who explores looks for requests, everyone else for figures. */
export function defaultQueryFor(app?: string): Partial<GatewayQuery> {
  return app === CoreApp.Explore ? DEFAULT_QUERIES.requests : DEFAULT_QUERIES.usage;
}
