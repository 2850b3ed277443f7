import { OrgRole } from '@grafana/data';
import { setDataSourceSrv, getDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fakeDataSources } from '../../../api/testing/fakeGrafana';
import { fill } from '../../../components/testing/fill';
import { user } from '../../../components/testing/quickUser';
import { changesIn, GATEWAY, showConfiguration } from '../testing/showConfiguration';

const DASHBOARDS = [
  {
    uid: 'one',
    title: 'One',
    templating: { list: [{ name: 'datasource', type: 'datasource', current: { value: 'old' } }] },
  },
  { uid: 'two', title: 'Two' },
];
const SEARCH = 'GET /api/search?type=dash-db&limit=500&dashboardUIDs=one&dashboardUIDs=two';
const HEALTH = `GET /api/datasources/uid/${GATEWAY.uid}/health`;
const FOUND = {
  'GET /public/plugins/llmgateway-app/dashboards.json': { data: DASHBOARDS },
  [SEARCH]: { data: [{ uid: 'two' }] },
};

beforeEach(() => asUser(OrgRole.Admin));

const step = async (title: string) => within(await screen.findByRole('listitem', { name: title }));

it('connects a gateway where Grafana has none, and checks it at once', async () => {
  const requests = showConfiguration(
    {
      ...FOUND,
      'POST /api/datasources': { data: { datasource: { uid: GATEWAY.uid } } },
      [HEALTH]: { data: { status: 'OK', message: 'Connected.' } },
    },
    '',
    []
  );
  // Grafana knows of the new one once it has read its settings again.
  const srv = getDataSourceSrv();
  setDataSourceSrv({ ...srv, reload: () => fakeDataSources(GATEWAY) } as DataSourceSrv);

  const connect = await step('1. Connect the gateway');
  await user.click(connect.getByRole('button', { name: 'Connect a gateway' }));
  await user.click(connect.getByRole('button', { name: 'Connect' }));
  expect(await connect.findByText('Write it as http://host:port')).toBeInTheDocument();
  fill(connect.getByLabelText(/^Address of the gateway/), 'http://gateway:4000');
  fill(connect.getByLabelText(/^Admin token/), 'secret');
  await user.click(connect.getByRole('button', { name: 'Connect' }));
  expect(await connect.findByText('The gateway answers')).toBeInTheDocument();
  expect(changesIn(requests)).toEqual([
    [
      'POST',
      '/api/datasources',
      {
        name: 'LLM Gateway',
        url: 'http://gateway:4000',
        type: 'llmgateway-datasource',
        access: 'proxy',
        secureJsonData: { adminToken: 'secret' },
      },
    ],
  ]);
});

it('installs the dashboards that are missing, with the Prometheus chosen', async () => {
  const requests = showConfiguration(
    {
      ...FOUND,
      'POST /api/folders': { status: 412, data: { message: 'there already' } },
      'POST /api/dashboards/import': { data: {} },
    },
    ''
  );
  const dashboards = await step('3. Dashboards and alerts');
  expect(await dashboards.findByText('Dashboards of the gateway in this Grafana: 1 of 2')).toBeInTheDocument();
  await user.click(dashboards.getByRole('button', { name: 'Install dashboards' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(2));
  const [, , body] = changesIn(requests)[1]!;
  expect(body).toMatchObject({
    folderUid: 'llm-gateway',
    dashboard: { uid: 'one', templating: { list: [{ current: { value: 'llm-gateway-prometheus' } }] } },
  });
});

it('says why dashboards were not installed', async () => {
  showConfiguration({ ...FOUND, 'POST /api/folders': { status: 403, data: { message: 'Access denied' } } }, '');
  const dashboards = await step('3. Dashboards and alerts');
  await user.click(await dashboards.findByRole('button', { name: 'Install dashboards' }));
  expect(await dashboards.findByRole('alert')).toHaveTextContent('Access denied');
});

it('shows a first request once there is one', async () => {
  const now = Date.parse('2026-06-15T12:00:00Z');
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  const usage = `GET /api/datasources/uid/${GATEWAY.uid}/resources/usage?from=${now - 30 * 86_400_000}&measures=requests`;
  showConfiguration({ ...FOUND, [usage]: { data: { totals: { requests: 3 } } } }, '');
  const request = await step('4. See a first request');
  expect(await request.findByText('Requests in the last 30 days: 3')).toBeInTheDocument();
  clock.mockRestore();
});

it('shows others the connection first, and says where there is none', async () => {
  asUser(OrgRole.Viewer);
  showConfiguration({}, '', []);
  expect(screen.queryByRole('tab', { name: 'First steps' })).not.toBeInTheDocument();
  expect(await screen.findByText('Grafana is not connected to an LLM gateway yet')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Connect one' })).not.toBeInTheDocument();
});
