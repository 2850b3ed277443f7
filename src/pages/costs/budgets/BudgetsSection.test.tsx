import { locationService } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { RESOURCES, showCosts } from '../testing/showCosts';
import { BudgetsSection } from './BudgetsSection';

const LIST = `GET ${RESOURCES}/budgets`;
/** Noon of a month of 30 days, ten and a half of which are over. */
const NOW = Date.UTC(2026, 10, 11, 12);

const standing = (kind: string, value: string, used: number, limit: number, unit = 'usd') => ({
  subject: { kind, value },
  unit,
  limit,
  used,
  reserved: 0,
  remaining: Math.max(0, limit - used),
  resets_at: '2026-12-01T00:00:00.000Z',
});

const budget = (name: string, rest: object) => ({ name, origin: 'file', period: 'monthly', ...rest });

const BUDGETS = [
  budget('team-month', { team: '*', limit_usd: 300, standings: [standing('team', 'platform', 105, 300)] }),
  budget('search-month', { team: 'search', limit_usd: 100, standings: [standing('team', 'search', 70, 100)] }),
  budget('heads-up', {
    key: 'ci',
    limit_tokens: 1_000,
    hard: false,
    standings: [standing('key', 'ci', 2_000, 1_000, 'tokens')],
  }),
  budget('idle', { user: '*', limit_usd: 1, standings: [] }),
];

const page = (budgets: object[], next_cursor: string | null = null) => ({
  data: { budgets, total: budgets.length, next_cursor, partial: false },
});

beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

const rowOf = async (name: string) => (await screen.findByRole('button', { name })).closest('tr')!;

it('shows where each stands, how it is enforced and how long it lasts, the nearest to its limit first', async () => {
  fakeApi({ [LIST]: page(BUDGETS) });
  showCosts(new BudgetsSection());
  expect(await rowOf('team-month')).toHaveTextContent('team platform');
  const names = screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('button').textContent);
  expect(names).toEqual(['heads-up', 'search-month', 'team-month']);
  // 10 a day: 195 left are 19.5 days, which is what is left of the month.
  expect(await rowOf('team-month')).toHaveTextContent(
    /hard: refuses.*35 %.*\$105.00.*\$300.00.*\$195.00.*lasts the 20 days/
  );
  // 6.67 a day: 30 left are four and a half.
  expect(await rowOf('search-month')).toHaveTextContent('runs out in 4.5 days');
  expect(await rowOf('heads-up')).toHaveTextContent(/soft: warns.*2,000 tokens.*1,000 tokens.*0 tokens.*spent/);
  expect(screen.getByText('Not used yet in their current time: idle')).toBeInTheDocument();
});

it('reads all pages of them', async () => {
  fakeApi({
    [LIST]: page(BUDGETS.slice(0, 1), 'team-month'),
    [`${LIST}?cursor=team-month`]: page(BUDGETS.slice(1)),
  });
  showCosts(new BudgetsSection());
  expect(await rowOf('search-month')).toBeInTheDocument();
});

it('burns down the one chosen, over the time that it counts, and keeps that in the URL', async () => {
  const requests = fakeApi({
    [LIST]: page(BUDGETS),
    [`GET ${RESOURCES}/usage?from=${Date.UTC(2026, 10, 1)}&to=${NOW}&bucket=1d&timezone=UTC&measures=cost_usd%2Ctotal_tokens&team=search`]:
      { data: { groups: [{ time: '2026-11-02T00:00:00.000Z', cost_nano_usd: 70e9, total_tokens: 1 }], totals: {} } },
  });
  const section = new BudgetsSection();
  showCosts(section);
  await userEvent.click(await screen.findByRole('button', { name: 'search-month' }));
  expect(screen.getByRole('button', { name: 'search-month' })).toHaveAttribute('aria-pressed', 'true');
  expect(locationService.getSearchObject()).toMatchObject({ budget: 'search-month:search' });
  await section.state.$data.run();
  expect(requests.map(({ url }) => url).join()).toContain('team=search');
  const [frame] = section.state.$data.state.data!.series;
  expect(frame!.fields.find(({ name }) => name === 'left')!.values).toEqual([100, 30, 30, null]);
  const { from, to } = section.state.$data.state.data!.timeRange;
  expect([from.valueOf(), to.valueOf()]).toEqual([Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1) - 1]);
  expect(frame!.fields[1]!.config.displayNameFromDS).toBe('Left of search-month, team search');
});

it('says what a budget is good for where there is none', async () => {
  fakeApi({ [LIST]: page([]) });
  showCosts(new BudgetsSection());
  expect(await screen.findByText('This gateway has no budgets')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Open Keys and teams/ })).toHaveAttribute('href', '/a/llmgateway-app/keys');
});

it('says why they cannot be read', async () => {
  fakeApi({ [LIST]: { status: 503, data: { error: { message: 'Redis is down.' } } } });
  showCosts(new BudgetsSection());
  expect(await screen.findByRole('alert')).toHaveTextContent('Redis is down.');
});
