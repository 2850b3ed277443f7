import { OrgRole } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fill } from '../../../components/testing/fill';
import { openedDrawer } from '../../../components/testing/openedDrawer';
import { user } from '../../../components/testing/quickUser';
import { answersOf, changesIn, RESOURCES, showConfiguration } from '../testing/showConfiguration';

const OWN = {
  name: 'discount',
  model: 'gpt-*',
  origin: 'api',
  revision: 5,
  price: { input_per_million_usd: 2, output_per_million_usd: 8, tiers: [{ above_input_tokens: 9 }] },
};
const SET_UP = {
  prices: [OWN],
  deployments: [
    {
      model: 'gpt-4o',
      deployment: 'openai/gpt-4o',
      provider: 'openai',
      provider_model: 'gpt-4o',
      price: { source: 'genai-prices 0.1.8', input_per_million_usd: 2.5, output_per_million_usd: 10 },
    },
    { model: 'mine', deployment: 'vllm/org/mine', provider: 'vllm', provider_model: 'org/mine', price: null },
  ],
};

beforeEach(() => asUser(OrgRole.Admin));

it('shows prices in force with their source, and points out what has none', async () => {
  showConfiguration(answersOf(SET_UP), '?tab=prices');
  expect(await screen.findByText('Without a known price: vllm/org/mine')).toBeInTheDocument();
  expect(screen.getByText('genai-prices 0.1.8').closest('tr')).toHaveTextContent('$2.50 / M tokens$10.00 / M tokens');
});

it('sets a price for what has none', async () => {
  const requests = showConfiguration(
    answersOf(SET_UP, { [`POST ${RESOURCES}/prices`]: { status: 201, data: {} } }),
    '?tab=prices'
  );
  await user.click(await screen.findByRole('button', { name: 'Set a price for org/mine of vllm' }));
  const form = within(await openedDrawer());
  fill(form.getByLabelText('Input, per million tokens'), '0.2');
  await user.click(form.getByRole('button', { name: 'Save price' }));
  await waitFor(() =>
    expect(changesIn(requests)).toEqual([
      [
        'POST',
        '/prices',
        { name: 'vllm-org-mine', provider: 'vllm', model: 'org/mine', price: { input_per_million_usd: 0.2 } },
      ],
    ])
  );
});

it('changes one and keeps its tiers; what is refused is said on the field', async () => {
  const param = 'price.output_per_million_usd';
  const error = { message: `${param}: must be >= 0.`, type: 'x', param, code: 'x' };
  const requests = showConfiguration(
    answersOf(SET_UP, { [`PUT ${RESOURCES}/prices/discount?revision=5`]: { status: 400, data: { error } } }),
    '?tab=prices&open=discount'
  );
  const drawer = within(await openedDrawer());
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Save price' }));
  expect(await drawer.findByText('must be >= 0.')).toBeInTheDocument();
  expect(changesIn(requests)[0]![2]).toMatchObject({ price: { tiers: [{ above_input_tokens: 9 }] } });
});

it('shows viewers prices and no way to set them', async () => {
  asUser(OrgRole.Viewer);
  showConfiguration(answersOf(SET_UP), '?tab=prices');
  expect(await screen.findByText('genai-prices 0.1.8')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Set a price/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Add price' })).not.toBeInTheDocument();
});
