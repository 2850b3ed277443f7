import type { DataFrameJSON } from '@grafana/data';
import { isFetchError } from '@grafana/runtime';
import { PROMETHEUS_ID } from '../../constants';
import { send } from '../grafana';

interface QueryAnswer {
  readonly results: Record<string, { readonly frames?: DataFrameJSON[]; readonly error?: string }>;
}

/** Runs PromQL expressions, now, in one request; answers the value of every series of each. */
export async function instantQueries<Name extends string>(
  prometheusUid: string,
  expressions: Readonly<Record<Name, string>>
): Promise<Record<Name, number[]>> {
  const names = Object.keys(expressions) as Name[];
  const { results } = await query({
    from: 'now-5m',
    to: 'now',
    queries: names.map((refId) => ({
      refId,
      expr: expressions[refId],
      instant: true,
      range: false,
      datasource: { uid: prometheusUid, type: PROMETHEUS_ID },
    })),
  });
  return Object.fromEntries(names.map((name) => [name, seriesValues(results[name])])) as Record<Name, number[]>;
}

/** When a query fails so does the request, with the reason among the results. */
async function query(request: object): Promise<QueryAnswer> {
  try {
    return await send<QueryAnswer>('POST', '/api/ds/query', request);
  } catch (error) {
    if (isFetchError<QueryAnswer>(error) && error.data?.results) {
      return error.data;
    }
    throw error;
  }
}

function seriesValues(result: QueryAnswer['results'][string] | undefined): number[] {
  if (result?.error) {
    throw new Error(result.error);
  }
  return (result?.frames ?? []).flatMap(({ schema, data }) => {
    const column = schema?.fields.findIndex(({ type }) => type === 'number') ?? -1;
    return column < 0 ? [] : (data?.values[column] ?? []).map(Number);
  });
}
