import { AppEvents, BusEventWithPayload, EventBusSrv, OrgRole, type PanelMenuItem } from '@grafana/data';
import { config, setAppEvents, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { EmbeddedScene, SceneTimeRange, SceneVariableSet, TestVariable, type VizPanel } from '@grafana/scenes';
import { DATASOURCE_ID, requestRate } from '@llm-gateway/catalogue';
import { waitFor } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { PROMETHEUS_ID } from '../../../constants';
import { metricSeries } from '../../queries/metrics';
import { usage } from '../../queries/usage';
import { quantileQueries } from '../quantiles';
import { series } from '../series';
import { usageTable } from '../usageTable';

class AlertSuccess extends BusEventWithPayload<string[]> {
  static type = AppEvents.alertSuccess.name;
}

const TEXTS = { title: 'Requests', description: '', unit: 'short', noValue: '–', calcs: [] };

beforeEach(() => {
  asUser(OrgRole.Editor, ['datasources:explore', 'alert.rules:create']);
  config.exploreEnabled = true;
  const types: Record<string, string> = { 'eu-metrics': PROMETHEUS_ID, eu: DATASOURCE_ID };
  setDataSourceSrv({
    get: async ({ uid }: { uid: string }) => ({ type: types[uid] }),
    getInstanceSettings: () => ({ jsonData: { timeInterval: '10s' } }),
  } as unknown as DataSourceSrv);
});

/** The menu as it is once it has been opened. */
async function itemsOf(panel: VizPanel): Promise<PanelMenuItem[]> {
  const variable = (name: string, value: string) =>
    new TestVariable({ name, query: '', value, text: value, optionsToReturn: [] });
  new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-6h', to: 'now' }),
    $variables: new SceneVariableSet({ variables: [variable('prometheus', 'eu-metrics'), variable('gateway', 'eu')] }),
    body: panel,
  });
  const menu = panel.state.menu!;
  menu.activate();
  await waitFor(() => expect(menu.state.items).toBeDefined());
  return menu.state.items!;
}

const named = (items: PanelMenuItem[], text: string) => items.find((item) => item.text === text);
const parameter = (href: string, name: string) => JSON.parse(new URL(href, 'http://grafana').searchParams.get(name)!);

const rate = () => series({ ...TEXTS, data: metricSeries({ expr: requestRate(), legend: 'all' }) });
const latency = () =>
  series({ ...TEXTS, data: metricSeries(...quantileQueries((quantile) => `latency(${quantile})`, 'p50', 'p95')) });
const cost = () =>
  usageTable({
    ...TEXTS,
    groupBy: 'model',
    groupLabel: 'Model',
    measures: ['requests', 'cost_usd'],
    sortBy: 'cost_usd',
  });

it('opens Explore with the query, the time range and the data source chosen on the page', async () => {
  const { href } = named(await itemsOf(rate()), 'Explore')!;
  expect(href).toMatch(/^\/explore\?/);
  expect(parameter(href!, 'panes')).toEqual({
    panel: {
      datasource: 'eu-metrics',
      queries: [
        expect.objectContaining({ expr: requestRate(), datasource: { uid: 'eu-metrics', type: PROMETHEUS_ID } }),
      ],
      range: { from: 'now-6h', to: 'now' },
    },
  });
});

it('opens Explore with what the ledger is asked, too', async () => {
  const { href } = named(await itemsOf(cost()), 'Explore')!;
  expect(parameter(href!, 'panes').panel).toMatchObject({
    datasource: 'eu',
    queries: [{ queryType: 'usage', measures: ['requests', 'cost_usd'], groupBy: ['model'] }],
  });
});

it('copies PromQL that Prometheus itself understands, and says so', async () => {
  const writeText = jest.fn(async () => undefined);
  Object.assign(navigator, { clipboard: { writeText } });
  Object.assign(window, { isSecureContext: true });
  const events = new EventBusSrv();
  const published = jest.fn();
  events.subscribe(AlertSuccess, ({ payload }) => published(payload));
  setAppEvents(events);
  named(await itemsOf(rate()), 'Copy PromQL')!.onClick!({} as React.MouseEvent);
  // Four scrapes, as Grafana has it.
  expect(writeText).toHaveBeenCalledWith('sum (rate(llm_gateway_requests_total[40s]))');
  await waitFor(() => expect(published).toHaveBeenCalledWith(['PromQL copied to the clipboard']));
});

it('has no PromQL where there is none', async () => {
  expect(named(await itemsOf(cost()), 'Copy PromQL')).toBeUndefined();
});

it('opens the form of a new alert rule with the query filled in', async () => {
  const { href } = named(await itemsOf(rate()), 'Create alert')!;
  expect(href).toMatch(/^\/alerting\/new\?/);
  const { name, condition, queries } = parameter(href!, 'defaults');
  expect(name).toBe('Requests');
  expect(queries[0]).toMatchObject({
    refId: 'A',
    datasourceUid: 'eu-metrics',
    relativeTimeRange: { from: 6 * 3600, to: 0 },
    model: { refId: 'A', expr: requestRate(), instant: true },
  });
  expect(queries.map(({ refId }: { refId: string }) => refId)).toContain(condition);
});

it('asks which of several figures an alert is to watch', async () => {
  expect(named(await itemsOf(latency()), 'Create alert')!.subMenu!.map(({ text }) => text)).toEqual(['p50', 'p95']);
  const [, ofCost] = named(await itemsOf(cost()), 'Create alert')!.subMenu!;
  // A rule watches one measure.
  expect(parameter(ofCost!.href!, 'defaults').queries[0].model.measures).toEqual(['cost_usd']);
});

it('offers nobody what he may not do', async () => {
  asUser(OrgRole.Viewer);
  expect((await itemsOf(rate())).map(({ text }) => text)).toEqual(['Copy PromQL']);
});

it('does not offer Explore where Grafana does without', async () => {
  config.exploreEnabled = false;
  expect(named(await itemsOf(rate()), 'Explore')).toBeUndefined();
});

it('makes an alert of a budget’s or a usage’s figures, and of nothing else of the gateway', async () => {
  const panel = series({ ...TEXTS, data: usage({ format: 'time_series', measures: ['cost_usd'] }) });
  expect(named(await itemsOf(panel), 'Create alert')!.href).toContain('cost_usd');
});
