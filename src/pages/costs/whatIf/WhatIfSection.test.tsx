import { locationService } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { FROM, RESOURCES, showCosts, TO } from '../testing/showCosts';
import { askModels, askProviders } from './askWhatIf';
import { WhatIfSection } from './WhatIfSection';

const ask = (query: string) => `GET ${RESOURCES}/usage/what-if?from=${FROM}&to=${TO}&${query}`;
const DEPLOYMENTS = `GET ${RESOURCES}/deployments`;

const deployed = {
  data: {
    deployments: [
      { provider: 'vllm', provider_model: 'llama' },
      { provider: 'openai', provider_model: 'gpt-4o' },
      { provider: 'openai', provider_model: 'custom' },
    ],
  },
};

const group = (model: string, cost: number, whatIf: number | null, rest: object = {}) => ({
  model,
  provider: 'openai',
  provider_model: `${model}-2026`,
  to_provider: 'vllm',
  to_model: 'llama',
  price_source: whatIf === null ? null : 'config',
  requests: 10,
  unpriced_requests: 0,
  input_tokens: 1_000,
  output_tokens: 500,
  cost_nano_usd: cost,
  what_if_nano_usd: whatIf,
  difference_nano_usd: whatIf === null ? null : whatIf - cost,
  ...rest,
});

const ANSWER = {
  data: {
    prices_at: '2026-11-26T00:00:00.000Z',
    groups: [
      group('gpt-4o', 4_000_000_000, 1_000_000_000),
      group('o3', 2_000_000_000, null),
      group('mine', 0, 5_000_000_000, { unpriced_requests: 10, difference_nano_usd: 0 }),
    ],
    totals: {
      requests: 30,
      unpriced_requests: 10,
      unpriceable_requests: 10,
      cost_nano_usd: 6_000_000_000,
      compared_cost_nano_usd: 4_000_000_000,
      what_if_nano_usd: 6_000_000_000,
      difference_nano_usd: -3_000_000_000,
    },
  },
};

it('asks nothing before it is told where to price', async () => {
  const requests = fakeApi({});
  showCosts(new WhatIfSection());
  expect(await screen.findByText(/Choose a provider, a model, or both/)).toBeInTheDocument();
  expect(requests).toEqual([]);
});

it('compares like with like, and names what has no price', async () => {
  fakeApi({ [ask('to_provider=vllm&to_model=llama&team=platform')]: ANSWER });
  showCosts(new WhatIfSection(), '?to-provider=vllm&to-model=llama&filter=team%3Dplatform');
  const totals = (await screen.findAllByRole('definition')).map(({ textContent }) => textContent);
  expect(totals).toEqual(['$4.00', '$1.00', '-$3.00 (-75.0 %)']);
  expect(screen.getByText(/10 requests without a known price there/)).toBeInTheDocument();
  expect(screen.getByText(/10 requests whose actual cost is not known/)).toBeInTheDocument();

  const row = (name: string) => screen.getByText(name).closest('tr')!;
  expect(row('gpt-4o')).toHaveTextContent('openai / gpt-4o-2026vllm / llamaconfig101,000500$4.00$1.00-$3.00 (-75.0 %)');
  expect(within(row('o3')).getAllByText('no price')).toHaveLength(2);
  expect(row('o3')).toHaveTextContent('$2.00no price–');
  expect(row('mine')).toHaveTextContent('no price$5.00–');
});

it('prices with what is chosen, and keeps that in the URL', async () => {
  fakeApi({
    [DEPLOYMENTS]: deployed,
    [ask('to_model=llama')]: { data: { ...ANSWER.data, groups: [], totals: ANSWER.data.totals } },
  });
  showCosts(new WhatIfSection());
  await userEvent.click(await screen.findByLabelText('Model'));
  await userEvent.click(await screen.findByRole('option', { name: 'llama' }));
  expect(await screen.findByText('No request of this time range used any tokens.')).toBeInTheDocument();
  expect(locationService.getSearchObject()).toMatchObject({ 'to-model': 'llama' });
});

it('says why it cannot', async () => {
  const error = { message: 'to_provider "x" is not known.', param: 'to_provider' };
  fakeApi({ [ask('to_provider=x')]: { status: 400, data: { error } } });
  showCosts(new WhatIfSection(), '?to-provider=x');
  expect(await screen.findByRole('alert')).toHaveTextContent('to_provider "x" is not known.');
});

it('suggests providers and models of the gateway, then those of the price list', async () => {
  fakeApi({
    [DEPLOYMENTS]: deployed,
    [`GET ${RESOURCES}/price-list?provider=openai`]: { data: { source: 'list', models: ['gpt-4o', 'o3'] } },
  });
  const api = gatewayApi('gw');
  expect(await askProviders(api)).toEqual(['openai', 'vllm']);
  expect(await askModels(api, 'openai')).toEqual(['custom', 'gpt-4o', 'o3']);
  expect(await askModels(api, '')).toEqual(['custom', 'gpt-4o', 'llama']);
});
