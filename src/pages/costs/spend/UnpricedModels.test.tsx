import { OrgRole } from '@grafana/data';
import { screen } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { FROM, RESOURCES, showCosts, TO } from '../testing/showCosts';
import { UnpricedModels } from './UnpricedModels';

const URL = `GET ${RESOURCES}/usage?from=${FROM}&to=${TO}&group_by=model%2Cprovider&measures=unpriced_requests%2Ctotal_tokens&limit=100`;
const answer = (...groups: object[]) => ({ data: { groups, totals: {} } });
const HOUSE = { model: 'house', provider: 'vllm', unpriced_requests: 1_200, total_tokens: 34_567 };
const PRICED = { model: 'gpt-4o', provider: 'openai', unpriced_requests: 0, total_tokens: 9 };

it('names what has no price, and leads an admin to where to set it', async () => {
  asUser(OrgRole.Admin);
  fakeApi({ [URL]: answer(HOUSE, PRICED) });
  showCosts(new UnpricedModels({}));
  expect((await screen.findByText('house')).closest('tr')).toHaveTextContent('housevllm1,20034,567');
  expect(screen.queryByText('gpt-4o')).not.toBeInTheDocument();
  const link = screen.getByRole('link', { name: /Set prices/ });
  expect(link).toHaveAttribute('href', expect.stringContaining('/a/llmgateway-app/configuration'));
});

it('tells others whom to ask', async () => {
  asUser(OrgRole.Viewer);
  fakeApi({ [URL]: answer(HOUSE) });
  showCosts(new UnpricedModels({}));
  expect(await screen.findByText(/Ask an admin/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /Set prices/ })).not.toBeInTheDocument();
});

it('says when all is priced', async () => {
  asUser(OrgRole.Viewer);
  fakeApi({ [URL]: answer(PRICED) });
  showCosts(new UnpricedModels({}));
  expect(await screen.findByText('Every request of this time range has a known price.')).toBeInTheDocument();
});
