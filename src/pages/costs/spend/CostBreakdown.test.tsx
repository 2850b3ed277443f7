import { OrgRole } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { asUser } from '../../../api/testing/asUser';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { FROM, RESOURCES, showCosts, TO } from '../testing/showCosts';
import { CostBreakdown } from './CostBreakdown';

const MEASURES = 'cost_usd%2Csaved_usd%2Crequests%2Cinput_tokens%2Coutput_tokens%2Cunpriced_requests';
const url = (by: string, filters = '', [from, to] = [FROM, TO]) =>
  `GET ${RESOURCES}/usage?from=${from}&to=${to}&group_by=${by}&measures=${MEASURES}&limit=100${filters}`;

const figures = (cost: number) => ({
  cost_usd: cost / 1e9,
  cost_nano_usd: cost,
  saved_usd: 0,
  saved_nano_usd: 0,
  requests: 1_234,
  input_tokens: 10,
  output_tokens: 5,
  unpriced_requests: 0,
});

const answer = (by: string, costs: Record<string, number>, total: number) => ({
  data: {
    groups: Object.entries(costs).map(([name, cost]) => ({ [by]: name === 'none' ? null : name, ...figures(cost) })),
    totals: figures(total),
    group_count: Object.keys(costs).length,
  },
});

const TEAMS = answer('team', { platform: 3_000_000_001, none: 1_000_000_000 }, 4_000_000_001);

const rowOf = async (name: string) => (await screen.findByText(name)).closest('tr')!;

it('shows each with its cost and share, and the gateway’s own total to the last place', async () => {
  fakeApi({ [url('team')]: TEAMS });
  showCosts(new CostBreakdown({}));
  const row = await rowOf('platform');
  expect(within(row).getByTitle('$3.000000001')).toHaveTextContent('$3.00');
  expect(row).toHaveTextContent('75.0 %');
  expect(row).toHaveTextContent('1,234');
  expect(await rowOf('none')).toHaveTextContent('25.0 %');
  expect(within(await rowOf('Total')).getByTitle('$4.000000001')).toBeInTheDocument();
});

it('shows what each cost before, in total too, once it is compared', async () => {
  const before = answer('team', { platform: 2_000_000_001, gone: 500_000_000 }, 2_500_000_001);
  fakeApi({ [url('team')]: TEAMS, [url('team', '', [FROM - (TO - FROM), FROM])]: before });
  showCosts(new CostBreakdown({}), '?compareWith=__previousPeriod');
  const row = await rowOf('platform');
  expect(within(row).getByTitle('$2.000000001')).toBeInTheDocument();
  expect(row).toHaveTextContent('+50 %');
  expect(await rowOf('none')).toHaveTextContent('new');
  expect(await rowOf('gone')).toHaveTextContent('−100 %');
  const total = await rowOf('Total');
  expect(within(total).getByTitle('$2.500000001')).toBeInTheDocument();
  expect(total).toHaveTextContent('+60 %');
});

it('leads to Explore with the same question, for who may explore', async () => {
  asUser(OrgRole.Editor, ['datasources:explore']);
  config.exploreEnabled = true;
  fakeApi({ [url('key', '&team=platform')]: answer('key', { ci: 7 }, 7) });
  showCosts(new CostBreakdown({}), '?by=key&filter=team%3Dplatform');
  const link = await screen.findByRole('link', { name: 'Explore' });
  const panes = new URL((link as HTMLAnchorElement).href).searchParams.get('panes');
  expect(JSON.parse(panes!).panel).toEqual({
    datasource: 'gw',
    queries: [
      expect.objectContaining({
        refId: 'A',
        datasource: { uid: 'gw', type: DATASOURCE_ID },
        queryType: 'usage',
        format: 'table',
        groupBy: ['key'],
        filters: [{ dimension: 'team', values: ['platform'] }],
        limit: 100,
      }),
    ],
    range: { from: String(FROM), to: String(TO) },
  });
});

it('offers no Explore to who may not', async () => {
  asUser(OrgRole.Viewer);
  fakeApi({ [url('team')]: TEAMS });
  showCosts(new CostBreakdown({}));
  await rowOf('platform');
  expect(screen.queryByRole('link', { name: 'Explore' })).not.toBeInTheDocument();
});

it('drills from a team to its keys, keeps that in the URL, and goes back', async () => {
  const keys = answer('key', { ci: 3_000_000_001 }, 3_000_000_001);
  fakeApi({ [url('team')]: TEAMS, [url('key', '&team=platform')]: keys });
  const body = showCosts(new CostBreakdown({}));
  await userEvent.click(await screen.findByRole('button', { name: 'platform' }));
  expect(await screen.findByRole('button', { name: 'ci' })).toBeInTheDocument();
  expect(locationService.getSearchObject()).toMatchObject({ by: 'key', filter: 'team=platform' });

  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter Team' }));
  expect(await screen.findByRole('button', { name: 'platform' })).toBeInTheDocument();
  expect(body.state.filters).toEqual([]);
});

it('asks for what is not known in the gateway’s way', async () => {
  fakeApi({ [url('team')]: TEAMS, [url('key', '&team=')]: answer('key', { lonely: 1e9 }, 1e9) });
  showCosts(new CostBreakdown({}));
  await userEvent.click(await screen.findByRole('button', { name: 'none' }));
  expect(await screen.findByRole('button', { name: 'lonely' })).toBeInTheDocument();
});

it('opens at what the URL says', async () => {
  fakeApi({ [url('tag%3Aproject', '&team=platform&key=ci')]: answer('tag:project', { atlas: 7 }, 7) });
  showCosts(new CostBreakdown({}), '?by=tag:project&filter=team%3Dplatform&filter=key%3Dci');
  expect(await screen.findByRole('button', { name: 'atlas' })).toBeInTheDocument();
  expect(screen.getByRole('navigation', { name: 'Whose costs are shown' })).toHaveTextContent('Team: platform');
});

it('says that there was nothing, and not that it costs nothing', async () => {
  fakeApi({ [url('team')]: answer('team', {}, 0) });
  showCosts(new CostBreakdown({}));
  expect(await screen.findByText('No requests in this time range.')).toBeInTheDocument();
});

it('says why there are no figures', async () => {
  fakeApi({ [url('team')]: { status: 503, data: { error: { message: 'The store cannot be reached now.' } } } });
  showCosts(new CostBreakdown({}));
  expect(await screen.findByRole('alert')).toHaveTextContent('The store cannot be reached now.');
});

it('says that there are more than it shows', async () => {
  const { data } = TEAMS;
  fakeApi({ [url('team')]: { data: { ...data, group_count: 400 } } });
  showCosts(new CostBreakdown({}));
  expect(await screen.findByText(/The 2 with most cost, of 400/)).toBeInTheDocument();
});
