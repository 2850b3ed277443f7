import { OrgRole } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fill } from '../../../components/testing/fill';
import { openedDrawer } from '../../../components/testing/openedDrawer';
import { user } from '../../../components/testing/quickUser';
import { answersOf, changesIn, RESOURCES, showKeys } from '../testing/showKeys';

beforeEach(() => asUser(OrgRole.Admin));
afterEach(() => jest.restoreAllMocks());

const CREATE = `POST ${RESOURCES}/keys`;
const MADE = {
  status: 201,
  data: { name: 'ci', models: ['gpt-*'], key: 'sk-secret-0123456789', origin: 'api', revision: 1, status: 'active' },
};
const INVENTORY = { models: [{ name: 'claude-x' }, { name: 'gpt-4o' }] };

async function openForm(others: Parameters<typeof answersOf>[1]) {
  const requests = showKeys(answersOf(INVENTORY, others));
  await user.click(await screen.findByRole('button', { name: 'New key' }));
  return { requests, form: within(await openedDrawer()) };
}

it('makes a key with its limit and its budget, and shows the secret once', async () => {
  const { requests, form } = await openForm({
    [CREATE]: MADE,
    [`POST ${RESOURCES}/limits`]: { status: 201, data: {} },
    [`POST ${RESOURCES}/budgets`]: { status: 201, data: {} },
  });
  fill(form.getByLabelText(/^Name/), 'ci');
  fill(form.getByLabelText(/^Team/), 'platform');
  await user.click(form.getByRole('button', { name: 'In 30 days' }));
  await user.type(form.getByLabelText(/^Models/), 'gpt-*{Enter}');
  fill(form.getByLabelText('Requests per minute'), '60');
  await user.click(form.getByLabelText('Hold it to a budget'));
  fill(form.getByLabelText('Most to be spent'), '12.5');
  await user.click(form.getByRole('button', { name: 'Create key' }));

  expect(await screen.findByText('sk-secret-0123456789')).toBeInTheDocument();
  expect(screen.getByText(/curl "http:\/\/gateway:4000\/v1\/chat\/completions"/)).toHaveTextContent(
    'Authorization: Bearer sk-secret-0123456789'
  );
  expect(screen.getByText(/curl/)).toHaveTextContent('"model":"gpt-4o"');
  expect(changesIn(requests)).toEqual([
    ['POST', '/keys', { name: 'ci', team: 'platform', models: ['gpt-*'], expires_at: '2026-07-15T12:00:00.000Z' }],
    ['POST', '/limits', { name: 'ci-limit', key: 'ci', requests_per_minute: 60 }],
    ['POST', '/budgets', { name: 'ci-budget', key: 'ci', limit_usd: 12.5, period: 'monthly', hard: true }],
  ]);

  await user.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(screen.queryByText('sk-secret-0123456789')).not.toBeInTheDocument();
});

it('asks for nothing that was not filled in', async () => {
  const { requests, form } = await openForm({ [CREATE]: MADE });
  fill(form.getByLabelText(/^Name/), 'ci');
  await user.click(form.getByRole('button', { name: 'Create key' }));
  await screen.findByText('sk-secret-0123456789');
  expect(changesIn(requests)).toEqual([['POST', '/keys', { name: 'ci' }]]);
});

it('puts what the gateway refuses on the field that it names', async () => {
  const error = {
    message: 'addresses[0]: is neither an address nor a network, such as 10.0.0.0/8.',
    type: 'invalid_request_error',
    param: 'addresses[0]',
    code: 'invalid_parameter',
  };
  const { form } = await openForm({ [CREATE]: { status: 400, data: { error } } });
  fill(form.getByLabelText(/^Name/), 'ci');
  await user.type(form.getByLabelText(/^Addresses/), 'nowhere{Enter}');
  await user.click(form.getByRole('button', { name: 'Create key' }));
  const fault = await form.findByText(/^addresses\[0\]: is neither an address/);
  expect(fault).toBeInTheDocument();
  await user.type(form.getByLabelText(/^Addresses/), '10.0.0.1{Enter}');
  expect(fault).not.toBeInTheDocument();
});

it('says below the form what belongs to no field', async () => {
  const error = { message: 'A key "ci" is there already.', type: 'x', param: null, code: 'already_exists' };
  const { form } = await openForm({ [CREATE]: { status: 409, data: { error } } });
  fill(form.getByLabelText(/^Name/), 'ci');
  await user.click(form.getByRole('button', { name: 'Create key' }));
  expect(await form.findByRole('alert')).toHaveTextContent('A key "ci" is there already.');
});

it('does not send what is surely wrong', async () => {
  const { requests, form } = await openForm({});
  await user.click(form.getByLabelText('Hold it to a budget'));
  await user.click(form.getByRole('button', { name: 'Create key' }));
  expect(await form.findByText('Give it a name')).toBeInTheDocument();
  expect(form.getByText('Give an amount above 0, or leave the budget out')).toBeInTheDocument();
  expect(changesIn(requests)).toEqual([]);
});

it('shows the secret also when its limit was refused, and says so', async () => {
  const error = { message: 'The store cannot be reached now.', type: 'x', param: null, code: null };
  const { form } = await openForm({ [CREATE]: MADE, [`POST ${RESOURCES}/limits`]: { status: 503, data: { error } } });
  fill(form.getByLabelText(/^Name/), 'ci');
  fill(form.getByLabelText('Requests at the same time'), '2');
  await user.click(form.getByRole('button', { name: 'Create key' }));
  expect(await screen.findByText('sk-secret-0123456789')).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('The store cannot be reached now.'));
});
