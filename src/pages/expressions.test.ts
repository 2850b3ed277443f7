import { SceneDataTransformer, sceneGraph, SceneQueryRunner, VizPanel, type SceneObject } from '@grafana/scenes';
import { PROMETHEUS_ID } from '../constants';
import expressions from './expressions.json';
import { overviewBody } from './overview/overviewBody';

const BODIES: readonly SceneObject[] = [overviewBody({ prometheusUid: 'metrics', gatewayUid: 'ledger' })];

/** tests/dashboards asks a real Prometheus each of them: it cannot build pages itself. */
it('has every expression of every page in expressions.json', () => {
  expect(Object.fromEntries(BODIES.flatMap(runnersOf).flatMap(expressionsOf))).toEqual(expressions);
});

function runnersOf(body: SceneObject): SceneQueryRunner[] {
  return sceneGraph.findAllObjects(body, (object) => object instanceof SceneQueryRunner) as SceneQueryRunner[];
}

function expressionsOf(runner: SceneQueryRunner): Array<[string, unknown[]]> {
  const { datasource, queries } = runner.state;
  return datasource?.type === PROMETHEUS_ID ? [[ownerOf(runner), queries.map((query) => query['expr'])]] : [];
}

/** The title of its panel, or what else on the page asks. */
function ownerOf(runner: SceneObject): string {
  for (let object = runner.parent; object; object = object.parent) {
    if (object instanceof VizPanel) {
      return object.state.title;
    }
    if (!(object instanceof SceneDataTransformer)) {
      return object.constructor.name;
    }
  }
  return '';
}
