import type { DataSourceInstanceSettings } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { GatewayDataSource } from './GatewayDataSource';
import type { GatewayOptions, UsageQuery } from './types';

const templates = { replace: (target?: string) => (target ?? '').replace('$team', 'search') } as TemplateSrv;
const datasource = new GatewayDataSource({} as DataSourceInstanceSettings<GatewayOptions>, templates);

const query: UsageQuery = {
  refId: 'A',
  queryType: 'usage',
  format: 'table',
  measures: ['cost_usd'],
  groupBy: ['model'],
  filters: [{ dimension: 'team', values: ['$team'] }],
  limit: 5,
};

it('interpolates filters and nothing else', () => {
  expect(datasource.applyTemplateVariables(query, {})).toEqual({
    ...query,
    filters: [{ dimension: 'team', values: ['search'] }],
  });
});

it('takes a query without filters, as one written by hand may be', () => {
  const { filters, ...rest } = query;
  expect(datasource.applyTemplateVariables(rest as UsageQuery, {}).filters).toEqual([]);
});

it('does not run a query that has no measure yet', () => {
  expect(datasource.filterQuery(query)).toBe(true);
  expect(datasource.filterQuery({ ...query, measures: [] })).toBe(false);
  expect(datasource.filterQuery({ refId: 'A' } as UsageQuery)).toBe(false);
});

it('starts with a query that runs', () => {
  expect(datasource.filterQuery({ refId: 'A', ...datasource.getDefaultQuery() } as UsageQuery)).toBe(true);
});
