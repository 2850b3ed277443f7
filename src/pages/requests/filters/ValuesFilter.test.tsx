import React, { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { fakeCombobox } from '../../../datasource/editors/testing/fakeCombobox';
import { suggestValues } from './suggestValues';
import { ValuesFilter } from './ValuesFilter';

const USAGE = 'GET /api/datasources/uid/ledger/resources/usage';

beforeEach(fakeCombobox);

/** A filter by team with the values that the gateway tells. */
function Filter() {
  const [values, setValues] = useState<string[]>([]);
  return (
    <>
      <ValuesFilter
        label="Team"
        values={values}
        load={() => suggestValues('ledger', 'team', { from: 1, to: 2 })}
        onChange={setValues}
      />
      <output>{values.join(', ')}</output>
    </>
  );
}

it('suggests what the gateway knows of the time range, "not known" included', async () => {
  const asked = fakeApi({ [USAGE]: { data: { groups: [{ team: 'search' }, { team: null }], totals: {} } } });
  render(<Filter />);
  await userEvent.click(screen.getByLabelText('Team'));
  await userEvent.click(await screen.findByText('none'));
  expect(screen.getByRole('status')).toHaveTextContent('none');
  const query = new URLSearchParams(asked[0]!.url.split('?')[1]);
  expect(Object.fromEntries(query)).toMatchObject({ from: '1', to: '2', group_by: 'team' });
});

it('takes a value that was not suggested, and says why none were', async () => {
  fakeApi({ [USAGE]: { status: 502, data: { message: 'The gateway is down.' } } });
  render(<Filter />);
  await userEvent.click(screen.getByLabelText('Team'));
  expect(await screen.findByText('No values to suggest: The gateway is down.')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('Team'), 'rare');
  await userEvent.click(await screen.findByText('Use custom value'));
  expect(screen.getByRole('status')).toHaveTextContent('rare');
});
