import React, { type PropsWithChildren } from 'react';
import { OrgRole, type AppRootProps } from '@grafana/data';
import { DATASOURCE_ID, GATEWAY_UID, PROMETHEUS_UID } from '@llm-gateway/catalogue';
import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { asUser } from '../api/testing/asUser';
import { fakeDataSources } from '../api/testing/fakeGrafana';
import { PLUGIN_BASE_URL, PROMETHEUS_ID } from '../constants';
import App from './App';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  // Grafana puts the real one there when it starts.
  PluginPage: ({ children }: PropsWithChildren) => <main>{children}</main>,
}));
jest.mock('./sceneApp', () => ({ sceneAppFor: () => ({ Component: () => <div>figures</div> }) }));

const GATEWAY = { uid: GATEWAY_UID, name: 'Gateway', type: DATASOURCE_ID };
const PROMETHEUS = { uid: PROMETHEUS_UID, name: 'Metrics', type: PROMETHEUS_ID };

beforeEach(() => {
  asUser(OrgRole.Admin);
  fakeDataSources(GATEWAY, PROMETHEUS);
});

function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{pathname + search}</div>;
}

/** Grafana mounts an app at its base URL: its routes are relative to that. */
function open(path: string): void {
  const props = { meta: { jsonData: {} } } as AppRootProps;
  render(
    <MemoryRouter
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
      initialEntries={[`${PLUGIN_BASE_URL}${path}`]}
    >
      <MountedApp {...props} />
      <Address />
    </MemoryRouter>
  );
}

function MountedApp(props: AppRootProps) {
  return (
    <Routes>
      <Route path={`${PLUGIN_BASE_URL}/*`} element={<App {...props} />} />
    </Routes>
  );
}

it('opens on the overview and keeps the query string', () => {
  open('?from=now-6h&var-gateway=eu');
  expect(screen.getByTestId('address')).toHaveTextContent(`${PLUGIN_BASE_URL}/overview?from=now-6h&var-gateway=eu`);
  expect(screen.getByText('figures')).toBeInTheDocument();
});

it('has a configuration page', async () => {
  open('/configuration');
  expect(await screen.findByRole('button', { name: 'Save' }, { timeout: 20_000 })).toBeInTheDocument();
});

it('says what is missing when there is nothing to ask, and where to add it', () => {
  fakeDataSources();
  open('/overview');
  expect(screen.getByText(/Data sources still missing: LLM Gateway, Prometheus/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Add data source' })).toHaveAttribute('href', '/connections/datasources/new');
  expect(screen.getByRole('link', { name: 'Configuration' })).toHaveAttribute(
    'href',
    '/a/llmgateway-app/configuration'
  );
});

it('names only the kind that is missing', () => {
  fakeDataSources(GATEWAY);
  open('/overview');
  expect(screen.getByText(/Data sources still missing: Prometheus\./)).toBeInTheDocument();
});

it('shows pages that ask the gateway alone where there is no Prometheus', () => {
  fakeDataSources(GATEWAY);
  open('/keys');
  expect(screen.getByText('figures')).toBeInTheDocument();
});

it('sends those who cannot configure to those who can', () => {
  asUser(OrgRole.Viewer);
  fakeDataSources();
  open('/overview');
  expect(screen.getByText(/Ask an admin of this Grafana organisation/)).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
