import { OrgRole } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fill } from '../../../components/testing/fill';
import { openedDrawer } from '../../../components/testing/openedDrawer';
import { user } from '../../../components/testing/quickUser';
import { answersOf, changesIn, RESOURCES, showConfiguration } from '../testing/showConfiguration';

const PRICE = { input_per_million_usd: 1 };
const MIXED = {
  name: 'org/mixed',
  origin: 'api',
  revision: 2,
  strategy: 'lowest-cost',
  deployments: [
    { provider: 'a', model: 'm1', weight: 2, price: PRICE },
    { provider: 'b', model: 'm2' },
  ],
  fallbacks: ['spare'],
  cache: { ttl_seconds: 60 },
};
const SET_UP = {
  models: [MIXED, { name: 'spare', origin: 'api', revision: 1, deployments: [{ provider: 'a', model: 'm3' }] }],
  providers: [
    { name: 'a', type: 'simulator', origin: 'file' },
    { name: 'b', type: 'simulator', origin: 'file' },
  ],
  deployments: [
    { model: 'org/mixed', deployment: 'a/m1', provider: 'a', weight: 2, status: 'ready', price: PRICE },
    { model: 'org/mixed', deployment: 'b/m2', provider: 'b', weight: 1, status: 'not_ready', reason: 'x', price: null },
  ],
};
const PUT = `PUT ${RESOURCES}/models/org%2Fmixed?revision=2`;

beforeEach(() => asUser(OrgRole.Admin));

async function open(name: string, others: Parameters<typeof answersOf>[1] = {}) {
  const requests = showConfiguration(answersOf(SET_UP, others), `?tab=models&open=${encodeURIComponent(name)}`);
  return { requests, drawer: within(await openedDrawer()) };
}

it('lists deployments with weights, how one is chosen, fallbacks and what is wrong', async () => {
  showConfiguration(answersOf(SET_UP), '?tab=models');
  const row = (await screen.findByRole('button', { name: 'Open the model org/mixed' })).closest('tr');
  expect(row).toHaveTextContent('a/m1×2');
  expect(row).toHaveTextContent('b/m2×1No callsUnpriced');
  expect(row).toHaveTextContent('Lowest cost');
  expect(row).toHaveTextContent('spare');
});

it('changes deployments and keeps the price of one that stays', async () => {
  const { requests, drawer } = await open('org/mixed', { [PUT]: { data: MIXED } });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Remove deployment 2' }));
  await user.click(drawer.getByRole('button', { name: 'Add deployment' }));
  const added = within(drawer.getByRole('group', { name: 'Deployment 2' }));
  fill(added.getByLabelText('Provider'), 'b');
  fill(added.getByLabelText('Its name for the model'), 'm9');
  fill(added.getByLabelText('Weight'), '3');
  await user.click(drawer.getByRole('button', { name: 'Save model' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  const [, , body] = changesIn(requests)[0]!;
  expect(body).toMatchObject({
    name: 'org/mixed',
    strategy: 'lowest-cost',
    fallbacks: ['spare'],
    cache: { ttl_seconds: 60 },
    deployments: [
      { provider: 'a', model: 'm1', weight: 2, price: PRICE },
      { provider: 'b', model: 'm9', weight: 3 },
    ],
  });
});

it('disables one deployment, and leaves one that is disabled so', async () => {
  const deployments = [
    { provider: 'a', model: 'm1' },
    { provider: 'b', model: 'm2', enabled: false },
  ];
  const answers = answersOf({ ...SET_UP, models: [{ ...MIXED, deployments }] }, { [PUT]: { data: MIXED } });
  const requests = showConfiguration(answers, '?tab=models&open=org%2Fmixed');
  const drawer = within(await openedDrawer());
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(within(drawer.getByRole('group', { name: 'Deployment 1' })).getByLabelText('Enabled'));
  await user.click(drawer.getByRole('button', { name: 'Save model' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  expect(changesIn(requests)[0]?.[2]).toMatchObject({
    deployments: [
      { model: 'm1', enabled: false },
      { model: 'm2', enabled: false },
    ],
  });
});

it('says which deployment the gateway refuses', async () => {
  const message = 'deployments[1].provider: there is no provider b.';
  const error = { message, type: 'x', param: 'deployments[1].provider', code: 'x' };
  const { drawer } = await open('org/mixed', { [PUT]: { status: 400, data: { error } } });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Save model' }));
  expect(await drawer.findByText(message)).toBeInTheDocument();
});

it('says which models fall back to one instead of removing it', async () => {
  const { requests, drawer } = await open('spare');
  await user.click(drawer.getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('Take it out of the fallbacks of: org/mixed')).toBeInTheDocument();
  expect(changesIn(requests)).toEqual([]);
});
