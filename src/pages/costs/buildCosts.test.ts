import { OrgRole } from '@grafana/data';
import { sceneGraph, SceneQueryRunner, VizPanel, type SceneDataProvider } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { asUser } from '../../api/testing/asUser';
import { AdminData } from '../../scenes/queries/AdminData';
import { buildCosts } from './buildCosts';
import { costsPage } from './costsPage';

const SETTINGS = { prometheusUid: 'metrics', gatewayUid: 'ledger' };

beforeEach(() => asUser(OrgRole.Viewer));

const panelsOf = (body = buildCosts(SETTINGS)) =>
  sceneGraph.findAllObjects(body, (object) => object instanceof VizPanel) as VizPanel[];

const runnerOf = (data: SceneDataProvider | undefined) =>
  data && (sceneGraph.findObject(data, (object) => object instanceof SceneQueryRunner) as SceneQueryRunner | null);

it('shows what the page is for', () => {
  expect(panelsOf().map(({ state }) => state.title)).toEqual([
    'Today',
    'This month',
    'Month’s end',
    'Cost',
    'Saved by the cache',
    'Unpriced requests',
    'Cost over time',
    'This month and its forecast',
    'Saved by the cache over time',
    'Burn-down',
  ]);
});

it('begins with the month so far', () => {
  const { $timeRange, controls } = costsPage(SETTINGS).state;
  expect($timeRange!.state).toMatchObject({ from: 'now/M', to: 'now' });
  expect(controls!.map(({ state }) => (state as { refresh?: string }).refresh)).toContain('1m');
});

it('explains every panel and gives each a text for when it is empty', () => {
  for (const { state } of panelsOf()) {
    expect(state.description).not.toBe('');
    expect(state.fieldConfig.defaults.noValue).toBeTruthy();
  }
});

it('gives each panel data, its own or the page’s', () => {
  const body = buildCosts(SETTINGS);
  for (const { state } of panelsOf(body)) {
    expect(() => state.$data?.isDataReadyToDisplay?.()).not.toThrow();
  }
});

it('asks the chosen gateway alone', () => {
  // A search that finds none in a panel's data goes on to its neighbours'.
  const runners = new Set(panelsOf().flatMap(({ state }) => runnerOf(state.$data) ?? []));
  expect(runners.size).toBe(7);
  for (const { state } of runners) {
    expect(state.datasource).toEqual({ uid: '${gateway}', type: DATASOURCE_ID });
  }
});

it('asks for what is filtered, told apart as chosen, also once that changes', () => {
  const body = buildCosts(SETTINGS);
  const panel = panelsOf(body).find(({ state }) => state.title === 'Cost over time')!;
  const runner = runnerOf(panel.state.$data)!;
  jest.spyOn(runner, 'runQueries').mockImplementation(() => undefined);
  const filters = [{ dimension: 'team' as const, values: ['platform'] }];
  body.setState({ by: 'key', filters });
  const end = runner.activate();
  expect(runner.state.queries).toMatchObject([{ groupBy: ['key'], filters, measures: ['cost_usd'], limit: 15 }]);
  body.setState({ by: 'model', filters: [...filters, { dimension: 'key', values: ['ci'] }] });
  expect(runner.state.queries).toMatchObject([{ groupBy: ['model'], filters: body.state.filters }]);
  end();
});

it('asks no more than once for the same', () => {
  const body = buildCosts(SETTINGS);
  const data = body.state.$data as AdminData;
  const run = jest.spyOn(data, 'run').mockResolvedValue();
  const end = data.activate();
  expect(run).toHaveBeenCalledTimes(1);
  body.updateFromUrl({ by: 'team', filter: [], view: 'budgets' });
  expect(run).toHaveBeenCalledTimes(1);
  body.updateFromUrl({ by: 'key', filter: ['team=platform'] });
  expect(run).toHaveBeenCalledTimes(2);
  end();
});
