import { sceneGraph, SceneQueryRunner, VizPanel, type EmbeddedScene, type SceneAppPage } from '@grafana/scenes';
import { PROMETHEUS_ID } from '../constants';
import expressions from './expressions.json';
import { overviewPage } from './overview/overviewPage';

const PAGES: readonly SceneAppPage[] = [overviewPage({ prometheusUid: 'metrics', gatewayUid: 'ledger' })];

/** tests/dashboards asks a real Prometheus each of them: it cannot build pages itself. */
it('has every expression of every page in expressions.json', () => {
  expect(Object.fromEntries(PAGES.flatMap(panelsOf).flatMap(expressionsOf))).toEqual(expressions);
});

function panelsOf(page: SceneAppPage): VizPanel[] {
  const scene: EmbeddedScene = page.state.getScene!({ params: {}, isExact: true, path: '', url: '' });
  return sceneGraph.findAllObjects(scene, (object) => object instanceof VizPanel) as VizPanel[];
}

function expressionsOf(panel: VizPanel): Array<[string, unknown[]]> {
  const data = sceneGraph.findObject(panel.state.$data!, (object) => object instanceof SceneQueryRunner);
  const { datasource, queries } = (data as SceneQueryRunner).state;
  return datasource?.type === PROMETHEUS_ID ? [[panel.state.title, queries.map((query) => query['expr'])]] : [];
}
