import { sceneGraph, SceneQueryRunner, VizPanel, type SceneObject } from '@grafana/scenes';
import { PROMETHEUS_ID } from '../constants';
import expressions from './expressions.json';
import { overviewBody } from './overview/overviewBody';

const BODIES: readonly SceneObject[] = [overviewBody({ prometheusUid: 'metrics', gatewayUid: 'ledger' })];

/** tests/dashboards asks a real Prometheus each of them: it cannot build pages itself. */
it('has every expression of every page in expressions.json', () => {
  expect(Object.fromEntries(BODIES.flatMap(panelsOf).flatMap(expressionsOf))).toEqual(expressions);
});

function panelsOf(body: SceneObject): VizPanel[] {
  return sceneGraph.findAllObjects(body, (object) => object instanceof VizPanel) as VizPanel[];
}

function expressionsOf(panel: VizPanel): Array<[string, unknown[]]> {
  const data = sceneGraph.findObject(panel.state.$data!, (object) => object instanceof SceneQueryRunner);
  const { datasource, queries } = (data as SceneQueryRunner).state;
  return datasource?.type === PROMETHEUS_ID ? [[panel.state.title, queries.map((query) => query['expr'])]] : [];
}
