import { locationService } from '@grafana/runtime';
import { act, screen } from '@testing-library/react';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { FROM, RESOURCES, showCosts, TO } from '../testing/showCosts';
import { ChargebackSection } from './ChargebackSection';

const query = (by: string) =>
  `from=${FROM}&to=${TO}&group_by=${encodeURIComponent(by)}&bucket=1M&timezone=UTC&measures=cost_usd%2Crequests%2Cinput_tokens%2Coutput_tokens%2Cunpriced_requests`;

const figures = (cost: number) => ({
  cost_usd: cost / 1e9,
  cost_nano_usd: cost,
  requests: 3,
  input_tokens: 1_000,
  output_tokens: 5,
  unpriced_requests: 0,
});

const answer = (...groups: object[]) => ({
  data: { groups, totals: figures(4_000_000_001), group_count: 2 },
});

it('bills each month to the last place, with the gateway’s own total', async () => {
  const row = { time: '2026-11-01T00:00:00.000Z', team: 'platform', key: null, model: 'm', provider: 'p' };
  fakeApi({
    [`GET ${RESOURCES}/usage?${query('team,key,model,provider')}&limit=100`]: answer({ ...row, ...figures(7) }),
  });
  showCosts(new ChargebackSection());
  const cells = (await screen.findByText('platform')).closest('tr')!;
  expect([...cells.children].map(({ textContent }) => textContent)).toEqual([
    '2026-11',
    'platform',
    'none',
    'm',
    'p',
    '$0.000000007',
    '3',
    '1,000',
    '5',
    '0',
  ]);
  expect(screen.getByText('Total').closest('tr')).toHaveTextContent('$4.000000001');
  expect(screen.getByText(/Shown are the 1 with most cost, of 2/)).toBeInTheDocument();
});

it('offers the same question as a file, with all rows', async () => {
  fakeApi({
    [`GET ${RESOURCES}/usage?${query('team')}&team=platform&limit=100`]: answer({ team: 'platform', ...figures(7) }),
  });
  showCosts(new ChargebackSection(), '?charge=team&filter=team%3Dplatform');
  const link = await screen.findByRole('link', { name: /Download CSV/ });
  expect(link).toHaveAttribute('href', `${RESOURCES}/usage/export?${query('team')}&team=platform&format=csv`);
});

it('keeps in the URL what it bills by', () => {
  fakeApi({});
  const section = new ChargebackSection();
  showCosts(section);
  act(() => section.choose(['user', 'project', 'user']));
  expect(locationService.getSearch().getAll('charge')).toEqual(['user', 'tag:project']);
  act(() => section.choose([]));
  expect(section.state.dimensions).toEqual(['team', 'key', 'model', 'provider']);
});
