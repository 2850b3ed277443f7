import { OrgRole } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fill } from '../../../components/testing/fill';
import { openedDrawer } from '../../../components/testing/openedDrawer';
import { user } from '../../../components/testing/quickUser';
import { answersOf, changesIn, RESOURCES, showKeys } from '../testing/showKeys';

beforeEach(() => asUser(OrgRole.Admin));
afterEach(() => jest.restoreAllMocks());

const CI = {
  name: 'ci',
  status: 'active',
  origin: 'api',
  revision: 3,
  team: 'platform',
  models: ['gpt-4o'],
  tags: { feature: 'search' },
};
const BUDGET = {
  name: 'ci-month',
  key: 'ci',
  limit_usd: 50,
  period: 'monthly',
  warn_at: [0.5],
  origin: 'api',
  revision: 7,
};
const TEAM_BUDGET = { name: 'platform-month', team: 'platform', limit_tokens: 1000, period: 'daily', origin: 'file' };
const INVENTORY = { keys: [CI], budgets: [BUDGET, TEAM_BUDGET] };

async function openKey(others: Parameters<typeof answersOf>[1], inventory: object = INVENTORY) {
  const requests = showKeys(answersOf(inventory, others), '?open=ci');
  return { requests, drawer: within(await openedDrawer()) };
}

async function confirmByName(name: string, button: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog', { name: new RegExp(button) }));
  expect(dialog.getByRole('button', { name: button })).toBeDisabled();
  await user.type(dialog.getByPlaceholderText(`Type "${name}" to confirm`), name);
  await user.click(dialog.getByRole('button', { name: button }));
}

it('saves an edit against the revision it began with, and keeps what it does not ask for', async () => {
  const { requests, drawer } = await openKey({ [`PUT ${RESOURCES}/keys/ci?revision=3`]: { data: CI } });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  fill(drawer.getByLabelText(/^Team/), 'search');
  await user.click(drawer.getByRole('button', { name: 'Save key' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  expect(changesIn(requests)[0]![2]).toMatchObject({ team: 'search', models: ['gpt-4o'], tags: { feature: 'search' } });
});

it('changes tags, and takes out what is left empty', async () => {
  const { requests, drawer } = await openKey({ [`PUT ${RESOURCES}/keys/ci?revision=3`]: { data: CI } });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  expect(drawer.getByLabelText('Name 1')).toHaveValue('feature');
  fill(drawer.getByLabelText('Value 1'), 'chat');
  await user.click(drawer.getByRole('button', { name: 'Add tag' }));
  fill(drawer.getByLabelText('Name 2'), 'feature');
  await user.click(drawer.getByRole('button', { name: 'Save key' }));
  expect(await drawer.findByText('feature is there twice: leave one')).toBeInTheDocument();
  fill(drawer.getByLabelText('Name 2'), ' environment ');
  fill(drawer.getByLabelText('Value 2'), 'a=b, c');
  await user.click(drawer.getByRole('button', { name: 'Add tag' }));
  await user.click(drawer.getByRole('button', { name: 'Save key' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  expect(changesIn(requests)[0]![2]).toMatchObject({ tags: { feature: 'chat', environment: 'a=b, c' } });
});

it('takes the last tag out', async () => {
  const { requests, drawer } = await openKey({ [`PUT ${RESOURCES}/keys/ci?revision=3`]: { data: CI } });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Remove 1' }));
  await user.click(drawer.getByRole('button', { name: 'Save key' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  expect(changesIn(requests)[0]![2]).toHaveProperty('tags', undefined);
});

it('shows how much of its limits is used, as it is now', async () => {
  const standing = (used: number, unit = 'requests') => ({
    subject: { kind: 'key', value: 'ci' },
    unit,
    limit: 60,
    used,
    remaining: 60 - used,
  });
  const limit = { name: 'ci', key: 'ci', requests_per_minute: 60, parallel_requests: 4, origin: 'api', revision: 1 };
  const inventory = { keys: [CI], limits: [{ ...limit, standings: [standing(30), standing(0, 'parallel')] }] };
  const { drawer } = await openKey({}, inventory);
  expect(drawer.getByText('30 of 60 req/min')).toBeInTheDocument();
  expect(drawer.getByRole('meter', { name: /^Used of the limit ci: 30 of 60/ })).toHaveAttribute('aria-valuenow', '50');
  expect(drawer.getByText('0 of 4 at once')).toBeInTheDocument();
});

it('says so when somebody else was faster', async () => {
  const error = { message: 'has been changed since', type: 'x', param: null, code: 'changed_meanwhile' };
  const { drawer } = await openKey({ [`PUT ${RESOURCES}/keys/ci?revision=3`]: { status: 412, data: { error } } });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Save key' }));
  expect(await drawer.findByRole('alert')).toHaveTextContent('Somebody else has changed it since you opened it');
});

it('rotates with the chosen time of grace and shows the new secret', async () => {
  const { requests, drawer } = await openKey({
    [`POST ${RESOURCES}/keys/ci/rotate`]: { data: { ...CI, key: 'sk-second-0123456789' } },
  });
  await user.click(drawer.getByRole('button', { name: 'Rotate' }));
  await user.click(await screen.findByRole('radio', { name: '1 hour' }));
  await user.click(screen.getByRole('button', { name: 'Make a new secret' }));
  expect(await screen.findByText('sk-second-0123456789')).toBeInTheDocument();
  expect(changesIn(requests)).toEqual([['POST', '/keys/ci/rotate', { grace_seconds: 3600 }]]);
});

it('revokes once the name was typed', async () => {
  const { requests, drawer } = await openKey({ [`POST ${RESOURCES}/keys/ci/revoke`]: { data: CI } });
  await user.click(drawer.getByRole('button', { name: 'Revoke' }));
  await confirmByName('ci', 'Revoke');
  await waitFor(() => expect(changesIn(requests)).toEqual([['POST', '/keys/ci/revoke', undefined]]));
});

it('deletes once the name was typed, and closes', async () => {
  const { requests, drawer } = await openKey({
    [`DELETE ${RESOURCES}/keys/ci?revision=3`]: { status: 204, data: '' },
  });
  await user.click(drawer.getByRole('button', { name: 'Delete' }));
  await confirmByName('ci', 'Delete');
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^$/));
});

it('says why it was not deleted', async () => {
  const error = { message: 'The store cannot be reached now.', type: 'x', param: null, code: null };
  const { drawer } = await openKey({ [`DELETE ${RESOURCES}/keys/ci?revision=3`]: { status: 503, data: { error } } });
  await user.click(drawer.getByRole('button', { name: 'Delete' }));
  await confirmByName('ci', 'Delete');
  expect(await screen.findByRole('alert')).toHaveTextContent('The store cannot be reached now.');
});

it('shows what its team is held to', async () => {
  const { drawer } = await openKey({});
  expect(drawer.getByText('Also held to, by its team or user')).toBeInTheDocument();
  expect(drawer.getByText('platform-month')).toBeInTheDocument();
  expect(drawer.getByText('0 tokens of 1K tokens a day')).toBeInTheDocument();
});

it('changes a budget and keeps when it warns', async () => {
  const { requests, drawer } = await openKey({ [`PUT ${RESOURCES}/budgets/ci-month?revision=7`]: { data: BUDGET } });
  await user.click(drawer.getByRole('button', { name: 'Edit ci-month' }));
  fill(drawer.getByLabelText('Most to be spent'), '80');
  await user.click(drawer.getByRole('radio', { name: 'Only warn' }));
  await user.click(drawer.getByRole('button', { name: 'Save budget' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  const [, , body] = changesIn(requests)[0]!;
  expect(body).toMatchObject({ name: 'ci-month', key: 'ci', limit_usd: 80, hard: false, warn_at: [0.5] });
});

it('adds a limit', async () => {
  const { requests, drawer } = await openKey({ [`POST ${RESOURCES}/limits`]: { status: 201, data: {} } });
  await user.click(drawer.getByRole('button', { name: 'Add limit' }));
  fill(drawer.getByLabelText('Requests at the same time'), '4');
  await user.click(drawer.getByRole('button', { name: 'Save limit' }));
  await waitFor(() =>
    expect(changesIn(requests)).toEqual([['POST', '/limits', { name: 'ci-limit', key: 'ci', parallel_requests: 4 }]])
  );
});

it('leaves a revoked key as it is', async () => {
  const revoked = { ...CI, status: 'revoked', revoked_at: '2026-06-01T00:00:00Z' };
  const { drawer } = await openKey({}, { keys: [revoked] });
  expect(drawer.getByRole('button', { name: 'Delete' })).toBeInTheDocument();
  expect(drawer.queryByRole('button', { name: 'Rotate' })).not.toBeInTheDocument();
});
