import type { DataFrame } from '@grafana/data';
import { sceneGraph, SceneQueryRunner, type SceneDataProvider } from '@grafana/scenes';

/** In a query: it is not asked of the previous period too when the page compares with it. */
export const NOT_COMPARED = { timeRangeCompare: false } as const;

/** Data that is never compared with the previous period, for panels that would not tell the two apart. */
export function notCompared<Data extends SceneDataProvider>(data: Data): Data {
  const runner = sceneGraph.findObject(data, (object) => object instanceof SceneQueryRunner);
  if (runner instanceof SceneQueryRunner) {
    runner.setState({ queries: runner.state.queries.map((query) => ({ ...query, ...NOT_COMPARED })) });
  }
  return data;
}

/** Whether a frame is of the period that the page compares with. */
export function isOfOtherPeriod({ meta }: DataFrame): boolean {
  return meta?.timeCompare?.isTimeShiftQuery === true;
}
