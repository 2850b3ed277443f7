import type { DataFrameJSON } from '@grafana/data';
import { isFetchError } from '@grafana/runtime';
import { send } from '../grafana';

export interface QueryResult {
  readonly frames?: DataFrameJSON[];
  /** Why this query failed. */
  readonly error?: string;
}

/** By refId. */
export type QueryResults = Record<string, QueryResult>;

export interface Queries {
  /** As in Grafana's URLs, e.g. `now-5m`. */
  readonly from: string;
  readonly to: string;
  readonly queries: object[];
}

/** Runs queries of any data sources. When one fails so does the request, with the reason among the results. */
export async function runQueries(queries: Queries): Promise<QueryResults> {
  try {
    return (await send<{ results: QueryResults }>('POST', '/api/ds/query', queries)).results;
  } catch (error) {
    if (isFetchError<{ results?: QueryResults }>(error) && error.data?.results) {
      return error.data.results;
    }
    throw error;
  }
}
