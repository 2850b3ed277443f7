import { PROMETHEUS_ID } from '../../constants';
import { runQueries, type QueryResult } from './runQueries';

/** Runs PromQL expressions, now, in one request; answers the value of every series of each. */
export async function instantQueries<Name extends string>(
  prometheusUid: string,
  expressions: Readonly<Record<Name, string>>
): Promise<Record<Name, number[]>> {
  const names = Object.keys(expressions) as Name[];
  const results = await runQueries({
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

function seriesValues(result: QueryResult | undefined): number[] {
  if (result?.error) {
    throw new Error(result.error);
  }
  return (result?.frames ?? []).flatMap(({ schema, data }) => {
    const column = schema?.fields.findIndex(({ type }) => type === 'number') ?? -1;
    return column < 0 ? [] : (data?.values[column] ?? []).map(Number);
  });
}
