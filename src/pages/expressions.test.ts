import { SceneDataTransformer, sceneGraph, SceneQueryRunner, VizPanel, type SceneObject } from '@grafana/scenes';
import { PROMETHEUS_ID } from '../constants';
import expressions from './expressions.json';
import { overviewBody } from './overview/overviewBody';
import { deploymentBody } from './providers/deployment/deploymentBody';
import { providersBody } from './providers/list/providersBody';
import { providerBody } from './providers/provider/providerBody';

const SETTINGS = { prometheusUid: 'metrics', gatewayUid: 'ledger' };

const PAGES: Readonly<Record<string, SceneObject>> = {
  Overview: overviewBody(SETTINGS),
  Providers: providersBody(SETTINGS),
  'One provider': providerBody(),
  'One deployment': deploymentBody(),
};

/** tests/dashboards asks a real Prometheus each of them: it cannot build pages itself. */
it('has every expression of every page in expressions.json', () => {
  const found = Object.entries(PAGES).flatMap(([page, body]) =>
    runnersOf(body)
      .flatMap(expressionsOf)
      .map(([owner, asked]) => [`${page}: ${owner}`, asked])
  );
  expect(Object.fromEntries(found)).toEqual(expressions);
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
