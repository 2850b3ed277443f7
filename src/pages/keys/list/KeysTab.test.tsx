import { OrgRole } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { openedDrawer } from '../../../components/testing/openedDrawer';
import { user } from '../../../components/testing/quickUser';
import { answersOf, RESOURCES, showKeys } from '../testing/showKeys';

const KEYS = [
  { name: 'ci', status: 'active', origin: 'api', revision: 3, prefix: 'sk-ab', team: 'platform', models: ['gpt-4o'] },
  { name: 'soon', status: 'active', origin: 'api', revision: 1, expires_at: '2026-06-18T00:00:00Z' },
  { name: 'gone', status: 'revoked', origin: 'api', revision: 2, revoked_at: '2026-06-01T00:00:00Z' },
  { name: 'demo', status: 'active', origin: 'file' },
];
const BUDGETS = [
  {
    name: 'ci-month',
    key: 'ci',
    limit_usd: 50,
    period: 'monthly',
    origin: 'api',
    standings: [{ subject: { kind: 'key', value: 'ci' }, unit: 'usd', limit: 50, used: 44, reserved: 1, remaining: 5 }],
  },
];
const LIMITS = [
  {
    name: 'each',
    key: '*',
    requests_per_minute: 600,
    parallel_requests: 5,
    origin: 'file',
    standings: [{ subject: { kind: 'key', value: 'ci' }, unit: 'requests', limit: 600, used: 450, remaining: 150 }],
  },
];
const INVENTORY = {
  keys: KEYS,
  budgets: BUDGETS,
  limits: LIMITS,
  usage: [{ key: 'ci', cost_usd: 45.5, requests: 9 }],
};

beforeEach(() => asUser(OrgRole.Admin));
afterEach(() => jest.restoreAllMocks());

async function rowOf(name: string): Promise<HTMLElement> {
  const button = await screen.findByRole('button', { name: `Open the key ${name}` });
  return button.closest('tr') as HTMLElement;
}

it('shows state, limits, use of budgets and spend of each key', async () => {
  showKeys(answersOf(INVENTORY));
  const ci = await rowOf('ci');
  expect(ci).toHaveTextContent('Active');
  expect(ci).toHaveTextContent('gpt-4o');
  expect(ci).toHaveTextContent(/450 of 600 req\/min\s*0 of 5 at once/);
  expect(within(ci).getByRole('meter', { name: /^Used of the limit each/ })).toHaveAttribute('aria-valuenow', '75');
  expect(await rowOf('soon')).toHaveTextContent('0 of 600 req/min');
  expect(ci).toHaveTextContent('$45.00 of $50.00 a month');
  await waitFor(() => expect(ci).toHaveTextContent('$45.50'));
  expect(within(ci).getByRole('meter', { name: 'Used of the budget ci-month' })).toHaveAttribute('aria-valuenow', '90');
  expect(await rowOf('soon')).toHaveTextContent('Expiring');
  expect(await rowOf('gone')).toHaveTextContent('Revoked');
  expect(await rowOf('demo')).toHaveTextContent('Config file');
});

it('shows the keys of one state, and keeps it in the address', async () => {
  showKeys(answersOf(INVENTORY));
  await rowOf('ci');
  await user.click(screen.getByRole('radio', { name: 'Revoked' }));
  expect(await rowOf('gone')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Open the key ci' })).not.toBeInTheDocument();
  expect(screen.getByTestId('address')).toHaveTextContent('?status=revoked');
});

it('searches at the gateway, and keeps it in the address', async () => {
  const found = { keys: [KEYS[0]], total: 1, next_cursor: null, partial: false };
  showKeys(answersOf(INVENTORY, { [`GET ${RESOURCES}/keys?q=plat&limit=5000`]: { data: found } }));
  await rowOf('gone');
  await user.type(screen.getByPlaceholderText('Search key, team or user'), 'plat');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Open the key gone' })).not.toBeInTheDocument());
  expect(await rowOf('ci')).toBeInTheDocument();
  expect(screen.getByTestId('address')).toHaveTextContent('?q=plat');
});

it('opens the key of the address', async () => {
  showKeys(answersOf(INVENTORY), '?open=ci');
  const drawer = await openedDrawer();
  expect(drawer).toHaveTextContent('sk-ab');
  expect(within(drawer).getByRole('link', { name: 'Its requests' })).toHaveAttribute(
    'href',
    '/a/llmgateway-app/requests?from=now-30d&to=now&var-gateway=gw&key=ci'
  );
  expect(within(drawer).getByRole('link', { name: 'Its costs' })).toHaveAttribute(
    'href',
    '/a/llmgateway-app/costs?from=now-30d&to=now&var-gateway=gw&filter=key%3Dci'
  );
});

it('says that the keys cannot be read, and why', async () => {
  const error = { message: 'The gateway cannot be reached.', type: 'x', param: null, code: null };
  showKeys(answersOf(INVENTORY, { [`GET ${RESOURCES}/keys?limit=5000`]: { status: 502, data: { error } } }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The keys cannot be read');
  expect(screen.getByRole('alert')).toHaveTextContent('The gateway cannot be reached.');
});

it('shows keys also when the ledger cannot be read', async () => {
  const answers = answersOf(INVENTORY);
  const withoutUsage = Object.fromEntries(Object.entries(answers).filter(([call]) => !call.includes('/usage')));
  showKeys(withoutUsage);
  expect(await rowOf('ci')).toHaveTextContent('Active');
});

it('says that some may be missing while the store is down', async () => {
  const answer = { data: { keys: KEYS, total: 4, next_cursor: null, partial: true } };
  showKeys(answersOf(INVENTORY, { [`GET ${RESOURCES}/keys?limit=5000`]: answer }));
  expect(await screen.findByText(/cannot read its store now/)).toBeInTheDocument();
});

it.each([
  ['', 'There is no key yet'],
  ['?status=expired', 'No key is like that'],
])('tells no keys from none found: %p', async (search, words) => {
  showKeys(answersOf({}), search);
  expect(await screen.findByText(words)).toBeInTheDocument();
});

describe.each([OrgRole.Viewer, OrgRole.Editor])('a user with the role %s', (role) => {
  beforeEach(() => asUser(role));

  it('sees keys and no way to change them, and who can', async () => {
    showKeys(answersOf(INVENTORY), '?open=ci');
    const drawer = await openedDrawer();
    expect(screen.getByText(/Changes take the role Admin/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'New key' })).not.toBeInTheDocument();
    for (const name of ['Edit', 'Rotate', 'Revoke', 'Delete', 'Add budget', 'Add limit', 'Edit ci-month']) {
      expect(within(drawer).queryByRole('button', { name })).not.toBeInTheDocument();
    }
    expect(drawer).toHaveTextContent('$45.00 of $50.00 a month');
  });
});

it('offers nothing to do with a key of the configuration file', async () => {
  showKeys(answersOf(INVENTORY), '?open=demo');
  const drawer = await openedDrawer();
  expect(within(drawer).queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
  expect(drawer).toHaveTextContent('Config file');
});
