import { dateTime } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { DATASOURCE_ID, native, requestDuration, requestRate } from '@llm-gateway/catalogue';
import { PROMETHEUS_ID } from '../../constants';
import pluginJson from '../../plugin.json';
import { OPEN_IN_APP, openInApp } from './openInApp';

beforeEach(() => setTemplateSrv({ replace: (text: string) => text.replace('${ds}', 'eu') } as unknown as TemplateSrv));

const ofGateway = (query: object, uid = 'eu') =>
  ({ refId: 'A', datasource: { type: DATASOURCE_ID, uid }, ...query }) as DataQuery;
const ofPrometheus = (expr: string) =>
  ({ refId: 'A', datasource: { type: PROMETHEUS_ID, uid: 'metrics' }, expr }) as DataQuery;

const pathFor = (...targets: DataQuery[]) =>
  openInApp.configure!({ targets, timeRange: { from: 'now-6h', to: 'now' } })?.path;

it.each([
  ['requests', ofGateway({ queryType: 'requests' })],
  ['requests', ofGateway({ queryType: 'live' })],
  ['providers', ofGateway({ queryType: 'providers' })],
  ['costs', ofGateway({ queryType: 'budgets' })],
  ['costs', ofGateway({ queryType: 'usage', measures: ['requests', 'cost_usd'] })],
  ['overview', ofGateway({ queryType: 'usage', measures: ['requests'] })],
  ['overview', ofPrometheus(requestRate())],
  ['overview', ofPrometheus(requestDuration(0.95))],
  ['providers', ofPrometheus(`max by (provider) (${native.breakerState.name})`)],
  ['providers', ofPrometheus(`rate(${native.attemptDuration.name}_bucket[5m])`)],
  ['costs', ofPrometheus(`rate(${native.cost.name}[5m])`)],
])('leads to %s, with the time range', (page, query) => {
  expect(pathFor(query)).toMatch(new RegExp(`^/a/llmgateway-app/${page}\\?from=now-6h&to=now`));
});

it('is not there for what is not of a gateway', () => {
  expect(pathFor(ofPrometheus('up'))).toBeUndefined();
  expect(pathFor({ refId: 'A', datasource: { type: 'loki', uid: 'logs' } })).toBeUndefined();
  expect(openInApp.configure!(undefined)).toBeUndefined();
});

it('takes the data sources along, also those that a variable names', () => {
  expect(pathFor(ofPrometheus(requestRate()))).toContain('var-prometheus=metrics');
  expect(pathFor(ofGateway({ queryType: 'requests' }, '${ds}'))).toContain('var-gateway=eu');
  expect(pathFor(ofGateway({ queryType: 'requests' }, '${unknown}'))).not.toContain('var-gateway');
});

it('takes times of day along in milliseconds', () => {
  const timeRange = { from: dateTime(1_700_000_000_000), to: dateTime(1_700_000_060_000) };
  const path = openInApp.configure!({ targets: [ofPrometheus(requestRate())], timeRange })!.path;
  expect(path).toContain('from=1700000000000&to=1700000060000');
});

it('is declared in plugin.json as it is', () => {
  expect(pluginJson.extensions.addedLinks).toEqual([OPEN_IN_APP]);
});
