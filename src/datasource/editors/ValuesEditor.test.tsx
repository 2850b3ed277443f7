import React, { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SuggestingDataSource } from '../SuggestingDataSource';
import type { ValuesQuery } from '../types';
import { fakeCombobox } from './testing/fakeCombobox';
import { ValuesEditor } from './ValuesEditor';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  getTemplateSrv: () => ({ getVariables: () => [{ name: 'team' }] }),
}));

beforeAll(fakeCombobox);

function edit(initial: unknown) {
  let latest = initial as ValuesQuery;
  function Host() {
    const [value, setValue] = useState(latest);
    return (
      <ValuesEditor
        datasource={{ dimensionValues: async () => ['search'] } as unknown as SuggestingDataSource}
        query={value}
        onRunQuery={jest.fn()}
        onChange={(next) => {
          latest = next;
          setValue(next);
        }}
      />
    );
  }
  render(<Host />);
  return { user: userEvent.setup(), current: () => latest };
}

it.each([undefined, ''])('begins with no dimension when the variable has %p for a query', async (nothing) => {
  const { user, current } = edit(nothing);
  expect(screen.getByRole('combobox', { name: 'Values of' })).toHaveValue('');
  await user.click(screen.getByRole('combobox', { name: 'Values of' }));
  await user.click(await screen.findByRole('option', { name: 'Key' }));
  expect(current()).toEqual({ refId: 'values', queryType: 'values', dimension: 'key' });
});

it('takes the name of a tag', async () => {
  const { user, current } = edit({ refId: 'v', queryType: 'values', dimension: 'key' });
  await user.click(screen.getByRole('combobox', { name: 'Values of' }));
  await user.keyboard('project');
  await user.click(await screen.findByRole('option', { name: /project/ }));
  expect(current()).toMatchObject({ refId: 'v', dimension: 'tag:project' });
});

it('narrows the values by another variable', async () => {
  const { user, current } = edit({ refId: 'v', queryType: 'values', dimension: 'key' });
  await user.click(screen.getByRole('button', { name: 'Add filter' }));
  await user.click(screen.getByRole('combobox', { name: 'is one of' }));
  await user.click(await screen.findByRole('option', { name: /\$team/ }));
  expect(current()).toMatchObject({ dimension: 'key', filters: [{ dimension: 'model', values: ['$team'] }] });
});
