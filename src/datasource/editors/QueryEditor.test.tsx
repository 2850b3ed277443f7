import React, { useState } from 'react';
import { CoreApp, dateTime } from '@grafana/data';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SuggestingDataSource } from '../SuggestingDataSource';
import type { GatewayQuery, RequestsQuery, UsageQuery } from '../types';
import { QueryEditor } from './QueryEditor';
import { fakeCombobox } from './testing/fakeCombobox';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  getTemplateSrv: () => ({ getVariables: () => [{ name: 'model' }] }),
}));

beforeAll(fakeCombobox);
// Whether an element is hidden takes jsdom longer to tell than all the rest.
beforeAll(() => configure({ defaultHidden: true }));

const usage: UsageQuery = {
  refId: 'A',
  queryType: 'usage',
  format: 'time_series',
  measures: ['requests'],
  groupBy: [],
  filters: [],
};
const RANGE = { from: dateTime(0), to: dateTime(1), raw: { from: 'now-1h', to: 'now' } };

/** Shows the editor as Grafana does, keeping what it changes. */
function edit(initial: GatewayQuery, { app = CoreApp.PanelEditor, values = async () => ['gpt-4o', 'o3'] } = {}) {
  const onRunQuery = jest.fn();
  const dimensionValues = jest.fn<Promise<string[]>, unknown[]>(values);
  let latest = initial;
  function Host() {
    const [value, setValue] = useState(latest);
    return (
      <QueryEditor
        datasource={{ dimensionValues } as unknown as SuggestingDataSource}
        query={value}
        app={app}
        range={RANGE}
        onRunQuery={onRunQuery}
        onChange={(next) => {
          latest = next;
          setValue(next);
        }}
      />
    );
  }
  render(<Host />);
  return { user: userEvent.setup({ pointerEventsCheck: 0 }), onRunQuery, dimensionValues, current: () => latest };
}

const editUsage = (change: Partial<UsageQuery> = {}, app?: CoreApp) => edit({ ...usage, ...change }, { app });
const types = () => within(screen.getByRole('radiogroup', { name: 'Query type' })).getAllByRole('radio');

describe('the type', () => {
  it.each(['Usage', 'Requests', 'Providers', 'Budgets', 'Events', 'Live'])('can be %s', async (name) => {
    const { user, current } = edit({ refId: 'A', queryType: name === 'Usage' ? 'budgets' : 'usage' } as GatewayQuery);
    await user.click(screen.getByRole('radio', { name }));
    expect(current().queryType).toBe(name.toLowerCase());
    expect(screen.getByRole('radio', { name })).toBeChecked();
  });

  it('takes the filters along, and nothing that the new one does not have', async () => {
    const filters = [{ dimension: 'team' as const, values: ['search'] }];
    const { user, current, onRunQuery } = editUsage({ filters, limit: 5, hide: true });
    await user.click(screen.getByRole('radio', { name: 'Requests' }));
    expect(current()).toEqual({ refId: 'A', hide: true, queryType: 'requests', format: 'table', filters });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('radio', { name: 'Budgets' }));
    expect(current()).toEqual({ refId: 'A', hide: true, queryType: 'budgets' });
  });

  it('is one that answers numbers in alert rules', () => {
    editUsage({}, CoreApp.UnifiedAlerting);
    expect(types()).toHaveLength(3);
    for (const name of ['Usage', 'Providers', 'Budgets']) {
      expect(screen.getByRole('radio', { name })).toBeInTheDocument();
    }
  });

  it('is usage for a query that does not say, as one written by hand may not', () => {
    edit({ refId: 'A' } as GatewayQuery);
    expect(screen.getByRole('radio', { name: 'Usage' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Time series' })).toBeChecked();
  });
});

describe('usage', () => {
  it('changes the format and runs', async () => {
    const { user, onRunQuery, current } = editUsage();
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    expect(current()).toMatchObject({ format: 'table' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('offers the measures and dimensions of the catalogue', async () => {
    const { user, current } = editUsage();
    await user.click(screen.getByRole('combobox', { name: 'Measures' }));
    await user.click(await screen.findByRole('option', { name: 'Cost' }));
    await user.click(screen.getByRole('combobox', { name: 'Group by' }));
    await user.click(await screen.findByRole('option', { name: 'Team' }));
    expect(current()).toMatchObject({ measures: ['requests', 'cost_usd'], groupBy: ['team'] });
  });

  it('takes a name that is typed as that of a tag', async () => {
    const { user, current } = editUsage({ filters: [{ dimension: 'model', values: ['gpt-4o'] }] });
    await user.click(screen.getByRole('combobox', { name: 'Group by' }));
    await user.type(screen.getByRole('combobox', { name: 'Group by' }), 'project');
    await user.click(await screen.findByRole('option', { name: /project/ }));
    expect(current()).toMatchObject({ groupBy: ['tag:project'] });

    await user.click(screen.getByRole('combobox', { name: 'Where' }));
    await user.keyboard('tag:stage');
    await user.click(await screen.findByRole('option', { name: /tag:stage/ }));
    expect(current()).toMatchObject({ filters: [{ dimension: 'tag:stage', values: [] }] });
  });

  it('runs the limit once it has been typed', async () => {
    const { user, onRunQuery, current } = editUsage();
    await user.type(screen.getByLabelText('Limit'), '12');
    expect(current()).toMatchObject({ limit: 12 });
    expect(onRunQuery).not.toHaveBeenCalled();
    await user.tab();
    expect(onRunQuery).toHaveBeenCalledTimes(1);

    await user.clear(screen.getByLabelText('Limit'));
    expect((current() as UsageQuery).limit).toBeUndefined();
  });

  it('asks for a measure', () => {
    editUsage({ measures: [] });
    expect(screen.getByRole('alert')).toHaveTextContent('Choose at least one measure.');
  });

  it('asks for a single measure in alert rules only', () => {
    editUsage({ measures: ['requests', 'errors'] }, CoreApp.UnifiedAlerting);
    expect(screen.getByRole('alert')).toHaveTextContent('choose one measure');
  });

  it('has no objection to several measures in a panel', () => {
    editUsage({ measures: ['requests', 'errors'] });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('filters', () => {
  const filtered = [{ dimension: 'model' as const, values: [] }];

  it('are by values that the gateway knows, by variables and by what is typed', async () => {
    const { user, current, dimensionValues } = editUsage();
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    expect(current()).toMatchObject({ filters: filtered });

    await user.click(screen.getByRole('combobox', { name: 'is one of' }));
    await user.click(await screen.findByRole('option', { name: /\$model/ }));
    expect(dimensionValues).toHaveBeenCalledWith('model', RANGE);
    await user.click(await screen.findByRole('option', { name: 'o3' }));
    await user.type(screen.getByRole('combobox', { name: 'is one of' }), 'own');
    await user.click(await screen.findByRole('option', { name: /own/ }));
    expect(current()).toMatchObject({ filters: [{ dimension: 'model', values: ['$model', 'o3', 'own'] }] });
  });

  it('say why there are no values to suggest, and take what is typed', async () => {
    const values = () => Promise.reject(new Error('The gateway cannot be reached.'));
    const { user, current } = edit({ ...usage, filters: filtered }, { values });
    await user.click(screen.getByRole('combobox', { name: 'is one of' }));
    expect(await screen.findByText(/The gateway cannot be reached\./)).toBeInTheDocument();
    await user.keyboard('gpt-4o');
    await user.click(await screen.findByRole('option', { name: /gpt-4o/ }));
    expect(current()).toMatchObject({ filters: [{ dimension: 'model', values: ['gpt-4o'] }] });
  });

  it('are one for each dimension, and can go', async () => {
    const { user, current } = editUsage({ filters: filtered });
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    await user.click(screen.getByRole('button', { name: 'Remove the filter on Model' }));
    expect(current()).toMatchObject({ filters: [{ dimension: 'provider', values: [] }] });
  });

  it('forget the values of another dimension', async () => {
    const { user, current } = editUsage({ filters: [{ dimension: 'model', values: ['gpt-4o'] }] });
    await user.click(screen.getByRole('combobox', { name: 'Where' }));
    await user.click(await screen.findByRole('option', { name: 'Team' }));
    expect(current()).toMatchObject({ filters: [{ dimension: 'team', values: [] }] });
  });
});

describe('requests', () => {
  const requests: GatewayQuery = { refId: 'A', queryType: 'requests', format: 'table', filters: [] };

  it('are a table or logs', async () => {
    const { user, current, onRunQuery } = edit(requests);
    await user.click(screen.getByRole('radio', { name: 'Logs' }));
    expect(current()).toMatchObject({ format: 'logs' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('are searched for when the field is left, or at once by Enter', async () => {
    const { user, current, onRunQuery } = edit(requests);
    await user.type(screen.getByLabelText('Request or trace id'), 'req_0199');
    expect(current()).toMatchObject({ search: 'req_0199' });
    expect(onRunQuery).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    await user.clear(screen.getByLabelText('Request or trace id'));
    expect(current()).toMatchObject({ search: undefined });
  });

  it('are those that took long', async () => {
    const { user, current, onRunQuery } = edit(requests);
    await user.type(screen.getByLabelText('Took at least'), '2500');
    await user.tab();
    expect(current()).toMatchObject({ minDurationMs: 2500 });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('are those that cost much, a cent or less too', async () => {
    const { user, current, onRunQuery } = edit(requests);
    await user.type(screen.getByLabelText('Cost at least'), '0.005');
    await user.tab();
    expect(current()).toMatchObject({ minCostUsd: 0.005 });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    await user.clear(screen.getByLabelText('Cost at least'));
    expect((current() as RequestsQuery).minCostUsd).toBeUndefined();
  });

  it('are at most a thousand', () => {
    edit({ ...requests, limit: 1001 } as GatewayQuery);
    expect(screen.getByRole('alert')).toHaveTextContent('At most 1000.');
  });
});

it('asks how deployments stand', async () => {
  const { user, current, onRunQuery } = edit({ refId: 'A', queryType: 'providers', level: 'provider' });
  await user.click(screen.getByRole('radio', { name: 'Deployment' }));
  expect(current()).toMatchObject({ level: 'deployment' });
  expect(onRunQuery).toHaveBeenCalledTimes(1);
});

it('asks for some types of events', async () => {
  const { user, current, onRunQuery } = edit({ refId: 'A', queryType: 'events', types: [] });
  await user.click(screen.getByRole('combobox', { name: 'Events' }));
  await user.click(await screen.findByRole('option', { name: 'Budget spent' }));
  expect(current()).toMatchObject({ types: ['budget_exhausted'] });
  expect(onRunQuery).toHaveBeenCalledTimes(1);
});

it('filters live requests', async () => {
  const { user, current } = edit({ refId: 'A', queryType: 'live', filters: [] });
  await user.click(screen.getByRole('button', { name: 'Add filter' }));
  expect(current()).toMatchObject({ queryType: 'live', filters: [{ dimension: 'model', values: [] }] });
});
