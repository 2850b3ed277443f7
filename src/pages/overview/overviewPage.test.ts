import { DataSourceVariable, sceneGraph, SceneQueryRunner, VizPanel, type SceneAppPage } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { PROMETHEUS_ID } from '../../constants';
import { overviewBody } from './overviewBody';
import { overviewPage } from './overviewPage';

const SETTINGS = { prometheusUid: 'metrics', gatewayUid: 'ledger' };

function build(): { page: SceneAppPage; panels: VizPanel[] } {
  const page = overviewPage(SETTINGS);
  return {
    page,
    panels: sceneGraph.findAllObjects(overviewBody(SETTINGS), (object) => object instanceof VizPanel) as VizPanel[],
  };
}

function queryRunner(panel: VizPanel): SceneQueryRunner {
  return sceneGraph.findObject(panel.state.$data!, (object) => object instanceof SceneQueryRunner) as SceneQueryRunner;
}

const panelTitled = (title: string) => build().panels.find((panel) => panel.state.title === title)!;

it('shows what the page is for', () => {
  expect(build().panels.map(({ state }) => state.title)).toEqual([
    'Request rate',
    'Error rate',
    'Latency p95',
    'TTFT p95',
    'Tokens',
    'Cost today',
    'Cache hits',
    'Saved today',
    'Requests by provider',
    'Requests by model',
    'Error rate by provider',
    'Latency',
    'Time to first token',
    'Tokens by type',
    'Usage by model',
    'Cost over time',
  ]);
});

it('starts with the configured data sources, the last hour and a refresh, all of which the URL can change', () => {
  const { page } = build();
  const [gateway, prometheus] = page.state.$variables!.state.variables as DataSourceVariable[];
  expect(gateway!.state).toMatchObject({ name: 'gateway', pluginId: DATASOURCE_ID, value: 'ledger' });
  expect(prometheus!.state).toMatchObject({ name: 'prometheus', pluginId: PROMETHEUS_ID, value: 'metrics' });
  expect(page.state.$timeRange!.state).toMatchObject({ from: 'now-1h', to: 'now' });
  expect(page.state.controls!.flatMap((control) => control.urlSync?.getKeys() ?? [])).toContain('refresh');
});

it('explains every panel, gives each a unit and a text for when it is empty', () => {
  for (const { state } of build().panels) {
    expect(state.description).not.toBe('');
    expect(state.fieldConfig.defaults.noValue).toBeTruthy();
  }
});

it('asks the chosen Prometheus for rates and the chosen gateway for figures', () => {
  for (const panel of build().panels) {
    const { datasource, queries } = queryRunner(panel).state;
    if (datasource!.type === PROMETHEUS_ID) {
      expect(datasource!.uid).toBe('${prometheus}');
      queries.forEach((query) => expect(query['expr']).toContain('llm_gateway_'));
    } else {
      expect(datasource).toEqual({ uid: '${gateway}', type: DATASOURCE_ID });
      queries.forEach((query) => expect(query).toMatchObject({ queryType: 'usage', filters: [] }));
    }
  }
});

it('asks for cost by model, cut into bars', () => {
  const { queries, maxDataPoints } = queryRunner(panelTitled('Cost over time')).state;
  expect(queries).toEqual([
    expect.objectContaining({ format: 'time_series', measures: ['cost_usd'], groupBy: ['model'] }),
  ]);
  expect(maxDataPoints).toBe(60);
});

it('takes the cost of today whatever time range the page shows, and keeps that out of the URL', () => {
  const { $timeRange } = panelTitled('Cost today').state;
  expect($timeRange!.state).toMatchObject({ from: 'now/d', to: 'now' });
  expect($timeRange!.urlSync).toBeUndefined();
});

it('colours error rates from 1 % and from 5 %', () => {
  const { defaults } = panelTitled('Error rate').state.fieldConfig;
  expect(defaults.thresholds?.steps.map(({ value }) => value)).toEqual([-Infinity, 0.01, 0.05]);
});
