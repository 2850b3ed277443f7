import { OrgRole } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fill } from '../../../components/testing/fill';
import { openedDrawer } from '../../../components/testing/openedDrawer';
import { user } from '../../../components/testing/quickUser';
import { answersOf, changesIn, RESOURCES, showKeys } from '../testing/showKeys';

beforeEach(() => asUser(OrgRole.Admin));
afterEach(() => jest.restoreAllMocks());

const INVENTORY = {
  keys: [
    { name: 'ci', status: 'active', origin: 'api', team: 'platform', user: 'ann' },
    { name: 'web', status: 'active', origin: 'api', team: 'shop' },
  ],
  teams: [{ name: 'platform', origin: 'api', revision: 2, models: ['gpt-*'], blocked: true }],
  users: [],
};

async function rowOf(kind: 'team' | 'user', name: string): Promise<HTMLElement> {
  const button = await screen.findByRole('button', { name: `Open the ${kind} ${name}` });
  return button.closest('tr') as HTMLElement;
}

it('shows teams that are managed and teams that keys only name', async () => {
  showKeys(answersOf(INVENTORY), '?tab=teams');
  expect(await rowOf('team', 'platform')).toHaveTextContent('Blocked');
  expect(await rowOf('team', 'shop')).toHaveTextContent('Only named');
});

it('makes a user with the team that pays', async () => {
  const { name, ...rest } = { name: 'bo', team: 'shop', blocked: false };
  const requests = showKeys(
    answersOf(INVENTORY, { [`POST ${RESOURCES}/users`]: { status: 201, data: {} } }),
    '?tab=users'
  );
  await rowOf('user', 'ann');
  await user.click(screen.getByRole('button', { name: 'New user' }));
  const form = within(await openedDrawer());
  fill(form.getByLabelText(/^Name/), name);
  fill(form.getByLabelText(/^Team/), rest.team);
  await user.click(form.getByRole('button', { name: 'Save user' }));
  await waitFor(() => expect(changesIn(requests)).toEqual([['POST', '/users', { name, ...rest }]]));
});

it('lets a team go on that was blocked, against its revision', async () => {
  const requests = showKeys(
    answersOf(INVENTORY, { [`PUT ${RESOURCES}/teams/platform?revision=2`]: { data: {} } }),
    '?tab=teams&open=platform'
  );
  const drawer = within(await openedDrawer());
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByLabelText('Refuse every request of the team'));
  await user.click(drawer.getByRole('button', { name: 'Save team' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  expect(changesIn(requests)[0]![2]).toMatchObject({ name: 'platform', models: ['gpt-*'], blocked: false });
});

it('makes a managed team of one that was only named', async () => {
  const requests = showKeys(
    answersOf(INVENTORY, { [`POST ${RESOURCES}/teams`]: { status: 201, data: {} } }),
    '?tab=teams&open=shop'
  );
  const drawer = within(await openedDrawer());
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Save team' }));
  await waitFor(() => expect(changesIn(requests)).toEqual([['POST', '/teams', { name: 'shop', blocked: false }]]));
});

it('shows viewers no way to change them', async () => {
  asUser(OrgRole.Viewer);
  showKeys(answersOf(INVENTORY), '?tab=teams&open=platform');
  const drawer = within(await openedDrawer());
  expect(drawer.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
  expect(drawer.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'New team' })).not.toBeInTheDocument();
});
