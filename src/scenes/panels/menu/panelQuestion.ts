import type { ScopedVars } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { SafeSerializableSceneObject, sceneGraph, SceneQueryRunner, type VizPanel } from '@grafana/scenes';
import type { DataQuery } from '@grafana/schema';
import { exploreRange } from '../../../routing/exploreHref';

/** What a panel asks, with the values of variables in place of their names. */
export interface PanelQuestion {
  readonly title: string;
  /** Of the data source that is chosen on the page. */
  readonly dataSourceUid: string;
  readonly queries: readonly DataQuery[];
  /** Relative where the page's is, otherwise in epoch milliseconds. */
  readonly range: { readonly from: string; readonly to: string };
  /** How far apart the points of the panel's graph are, in milliseconds; as long as it has not been drawn, unknown. */
  readonly intervalMs?: number;
}

/** Answers nothing for a panel that asks no data source. */
export async function panelQuestion(panel: VizPanel): Promise<PanelQuestion | undefined> {
  const runner = queryRunner(panel);
  const uid = runner && sceneGraph.interpolate(runner, runner.state.datasource?.uid);
  if (!runner || !uid) {
    return undefined;
  }
  const dataSource = await getDataSourceSrv().get({ uid });
  const scopedVars: ScopedVars = {
    __sceneObject: new SafeSerializableSceneObject(runner),
  };
  const named = runner.state.queries.map(({ timeRangeCompare, ...query }) => ({
    ...query,
    datasource: { uid, type: dataSource.type },
  }));
  return {
    title: sceneGraph.interpolate(panel, panel.state.title),
    dataSourceUid: uid,
    queries: dataSource.interpolateVariablesInQueries?.(named, scopedVars) ?? named,
    range: exploreRange(sceneGraph.getTimeRange(panel).state.value),
    intervalMs: runner.state.data?.request?.intervalMs,
  };
}

export function queryRunner(panel: VizPanel): SceneQueryRunner | undefined {
  const data = panel.state.$data;
  const found = data && sceneGraph.findObject(data, (object) => object instanceof SceneQueryRunner);
  return found instanceof SceneQueryRunner ? found : undefined;
}
