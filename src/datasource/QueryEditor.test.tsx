import React, { useState } from 'react';
import { CoreApp } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GatewayDataSource } from './GatewayDataSource';
import { QueryEditor } from './QueryEditor';
import type { UsageQuery } from './types';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  getTemplateSrv: () => ({ getVariables: () => [{ name: 'model' }] }),
}));

beforeAll(() => {
  // Comboboxes measure their texts and show only the options that fit; jsdom has neither canvas nor sizes.
  HTMLCanvasElement.prototype.getContext = jest.fn().mockReturnValue({ measureText: () => ({ width: 100 }) });
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

const query: UsageQuery = {
  refId: 'A',
  queryType: 'usage',
  format: 'time_series',
  measures: ['requests'],
  groupBy: [],
  filters: [],
};

/** Shows the editor as Grafana does, keeping what it changes. */
function edit(initial: Partial<UsageQuery> = {}, app = CoreApp.PanelEditor) {
  const onRunQuery = jest.fn();
  let latest = { ...query, ...initial };
  function Host() {
    const [value, setValue] = useState(latest);
    return (
      <QueryEditor
        datasource={{} as GatewayDataSource}
        query={value}
        app={app}
        onRunQuery={onRunQuery}
        onChange={(next) => {
          latest = next;
          setValue(next);
        }}
      />
    );
  }
  render(<Host />);
  return { user: userEvent.setup(), onRunQuery, current: () => latest };
}

it('changes the format and runs', async () => {
  const { user, onRunQuery, current } = edit();
  await user.click(screen.getByRole('radio', { name: 'Table' }));
  expect(current().format).toBe('table');
  expect(onRunQuery).toHaveBeenCalledTimes(1);
});

it('offers the measures and dimensions of the catalogue', async () => {
  const { user, current } = edit();
  await user.click(screen.getByRole('combobox', { name: 'Measures' }));
  await user.click(await screen.findByRole('option', { name: 'Cost' }));
  await user.click(screen.getByRole('combobox', { name: 'Group by' }));
  await user.click(await screen.findByRole('option', { name: 'Team' }));
  expect(current()).toMatchObject({ measures: ['requests', 'cost_usd'], groupBy: ['team'] });
});

it('takes a name that is typed as that of a tag', async () => {
  const { user, current } = edit({ filters: [{ dimension: 'model', values: ['gpt-4o'] }] });
  await user.click(screen.getByRole('combobox', { name: 'Group by' }));
  await user.type(screen.getByRole('combobox', { name: 'Group by' }), 'project');
  await user.click(await screen.findByRole('option', { name: /project/ }));
  expect(current().groupBy).toEqual(['tag:project']);

  await user.click(screen.getByRole('combobox', { name: 'Where' }));
  await user.keyboard('tag:stage');
  await user.click(await screen.findByRole('option', { name: /tag:stage/ }));
  expect(current().filters).toEqual([{ dimension: 'tag:stage', values: [] }]);
});

it('filters by values that are typed and by variables', async () => {
  const { user, current } = edit();
  await user.click(screen.getByRole('button', { name: 'Add filter' }));
  expect(current().filters).toEqual([{ dimension: 'model', values: [] }]);

  await user.click(screen.getByRole('combobox', { name: 'is one of' }));
  await user.click(await screen.findByRole('option', { name: /\$model/ }));
  await user.type(screen.getByRole('combobox', { name: 'is one of' }), 'gpt-4o');
  await user.click(await screen.findByRole('option', { name: /gpt-4o/ }));
  expect(current().filters).toEqual([{ dimension: 'model', values: ['$model', 'gpt-4o'] }]);

  await user.click(screen.getByRole('button', { name: 'Add filter' }));
  expect(current().filters.map(({ dimension }) => dimension)).toEqual(['model', 'provider']);

  await user.click(screen.getByRole('button', { name: 'Remove the filter on Model' }));
  expect(current().filters).toEqual([{ dimension: 'provider', values: [] }]);
});

it('forgets the values of another dimension', async () => {
  const { user, current } = edit({ filters: [{ dimension: 'model', values: ['gpt-4o'] }] });
  await user.click(screen.getByRole('combobox', { name: 'Where' }));
  await user.click(await screen.findByRole('option', { name: 'Team' }));
  expect(current().filters).toEqual([{ dimension: 'team', values: [] }]);
});

it('runs the limit once it has been typed', async () => {
  const { user, onRunQuery, current } = edit();
  await user.type(screen.getByLabelText('Limit'), '12');
  expect(current().limit).toBe(12);
  expect(onRunQuery).not.toHaveBeenCalled();
  await user.tab();
  expect(onRunQuery).toHaveBeenCalledTimes(1);

  await user.clear(screen.getByLabelText('Limit'));
  expect(current().limit).toBeUndefined();
});

it('asks for a measure', () => {
  edit({ measures: [] });
  expect(screen.getByRole('alert')).toHaveTextContent('Choose at least one measure.');
});

it('asks for a single measure in alert rules only', () => {
  edit({ measures: ['requests', 'errors'] }, CoreApp.UnifiedAlerting);
  expect(screen.getByRole('alert')).toHaveTextContent('choose one measure');
});

it('has no objection to several measures in a panel', () => {
  edit({ measures: ['requests', 'errors'] });
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('shows a query that leaves fields out, as one written by hand may', () => {
  render(
    <QueryEditor
      datasource={{} as GatewayDataSource}
      query={{ refId: 'A' } as UsageQuery}
      onChange={jest.fn()}
      onRunQuery={jest.fn()}
    />
  );
  expect(screen.getByRole('radio', { name: 'Time series' })).toBeChecked();
});
