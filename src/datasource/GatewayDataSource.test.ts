import {
  CoreApp,
  dateTime,
  LoadingState,
  type DataSourceInstanceSettings,
  type DataQueryResponse,
} from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { lastValueFrom, of } from 'rxjs';
import { GatewayDataSource } from './GatewayDataSource';
import type { GatewayOptions, GatewayQuery, RequestsQuery, UsageQuery, ValuesQuery } from './types';

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
const filters = [{ dimension: 'team' as const, values: ['$team'] }];
const interpolated = [{ dimension: 'team', values: ['search'] }];

describe('interpolation', () => {
  it('puts values in filters and nothing else', () => {
    expect(datasource.applyTemplateVariables(query, {})).toEqual({ ...query, filters: interpolated });
  });

  it.each<GatewayQuery>([
    { refId: 'A', queryType: 'requests', format: 'logs', filters },
    { refId: 'A', queryType: 'live', filters },
    { refId: 'A', queryType: 'values', dimension: 'model', filters },
  ])('puts values in the filters of $queryType', (asked) => {
    expect(datasource.applyTemplateVariables(asked, {})).toEqual({ ...asked, filters: interpolated });
  });

  it('puts a value in what is searched for', () => {
    const asked: RequestsQuery = { refId: 'A', queryType: 'requests', format: 'table', filters: [], search: '$team' };
    expect(datasource.applyTemplateVariables(asked, {})).toEqual({ ...asked, search: 'search' });
  });

  it.each<GatewayQuery>([
    { refId: 'A', queryType: 'providers', level: 'deployment' },
    { refId: 'A', queryType: 'budgets' },
    { refId: 'A', queryType: 'events', types: ['breaker'] },
  ])('leaves $queryType as it is', (asked) => {
    expect(datasource.applyTemplateVariables(asked, {})).toEqual(asked);
  });

  it('takes a query without filters, as one written by hand may be', () => {
    const { filters: _filters, ...rest } = query;
    expect(datasource.applyTemplateVariables(rest as UsageQuery, {})).toMatchObject({ filters: [] });
  });
});

describe('what is run', () => {
  it('is no usage query that has no measure yet', () => {
    expect(datasource.filterQuery(query)).toBe(true);
    expect(datasource.filterQuery({ ...query, measures: [] })).toBe(false);
    expect(datasource.filterQuery({ refId: 'A' } as UsageQuery)).toBe(false);
  });

  it('is no variable that has no dimension yet', () => {
    expect(datasource.filterQuery({ refId: 'A', queryType: 'values', dimension: 'model' })).toBe(true);
    expect(datasource.filterQuery({ refId: 'A', queryType: 'values' } as ValuesQuery)).toBe(false);
  });

  it.each([CoreApp.Explore, CoreApp.Dashboard, CoreApp.UnifiedAlerting, undefined])(
    'is the first query in %s',
    (app) => {
      expect(datasource.filterQuery({ refId: 'A', ...datasource.getDefaultQuery(app) } as GatewayQuery)).toBe(true);
    }
  );

  it('is a usage query where figures are wanted, and requests in Explore', () => {
    expect(datasource.getDefaultQuery(CoreApp.UnifiedAlerting).queryType).toBe('usage');
    expect(datasource.getDefaultQuery(CoreApp.Explore).queryType).toBe('requests');
  });
});

describe('annotations', () => {
  it.each([
    [undefined, { refId: 'Anno', types: [] }],
    [
      { refId: 'B', expr: 'up' },
      { refId: 'B', types: [] },
    ],
    [
      { refId: 'C', queryType: 'events', types: ['breaker'] },
      { refId: 'C', types: ['breaker'] },
    ],
  ])('ask for events when they say %p', (target, asked) => {
    const annotation = { name: 'a', enable: true, iconColor: '', target: target as GatewayQuery };
    expect(datasource.annotations.prepareQuery?.(annotation)).toEqual({ queryType: 'events', ...asked });
  });
});

/** Answers each query the same, and collects what was asked. */
function answering(response: DataQueryResponse) {
  const answers = new GatewayDataSource({} as DataSourceInstanceSettings<GatewayOptions>, templates);
  const ask = jest.spyOn(answers, 'query').mockReturnValue(of(response));
  return { answers, asked: () => ask.mock.calls.map(([request]) => request) };
}

const range = { from: dateTime(1000), to: dateTime(2000), raw: { from: 'now-1h', to: 'now' } };

describe('values of a dimension', () => {
  it('are those of the time range', async () => {
    const fields = [
      { name: 'text', values: ['GPT', '', null] },
      { name: 'value', values: ['gpt-4o', '', null] },
    ];
    const { answers, asked } = answering({ data: [{ fields }] });
    await expect(answers.dimensionValues('model', range)).resolves.toEqual(['gpt-4o']);
    expect(asked()[0]).toMatchObject({ range, targets: [{ queryType: 'values', dimension: 'model' }] });
  });

  it('are none where there were no requests', async () => {
    await expect(answering({ data: [] }).answers.dimensionValues('model', range)).resolves.toEqual([]);
  });

  it('are of the last week where there is no time range', async () => {
    const { answers, asked } = answering({ data: [] });
    await answers.dimensionValues('model');
    const { from, to } = asked()[0]!.range;
    expect(to.diff(from, 'days')).toBe(7);
  });

  it.each<DataQueryResponse>([
    { data: [], errors: [{ message: 'The gateway refused the admin token.' }], state: LoadingState.Error },
    { data: [], error: { message: 'The gateway refused the admin token.' } },
  ])('fail in the words of the backend', async (response) => {
    await expect(answering(response).answers.dimensionValues('model', range)).rejects.toThrow(
      'The gateway refused the admin token.'
    );
  });
});

it('asks for the values of a variable, whatever the variable was before', async () => {
  const { answers, asked } = answering({ data: [] });
  const target = { refId: 'A', dimension: 'team' } as ValuesQuery;
  await lastValueFrom(answers.variables.query({ targets: [target], range } as never));
  expect(asked()[0]?.targets).toEqual([{ refId: 'A', queryType: 'values', dimension: 'team' }]);
});
