import { sceneGraph, SceneQueryRunner, type VizPanel } from '@grafana/scenes';
import { toUsageFilters } from '../filters/filtersInQueries';
import type { RequestFilters } from '../filters/requestFilters';

/** Makes the histogram count what passes the filters. */
export function filterHistogram(histogram: VizPanel, filters: RequestFilters): void {
  const runner = sceneGraph.findDescendents(histogram, SceneQueryRunner)[0];
  if (runner === undefined) {
    return;
  }
  const [query] = runner.state.queries;
  runner.setState({ queries: [{ ...query!, filters: toUsageFilters(filters) }] });
  if (runner.isActive) {
    runner.runQueries();
  }
}
