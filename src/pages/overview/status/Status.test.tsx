import React from 'react';
import { getDefaultTimeRange, LoadingState, OrgRole, toDataFrame, type PanelData } from '@grafana/data';
import { SceneDataNode } from '@grafana/scenes';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { asUser } from '../../../api/testing/asUser';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { Column } from '../../../scenes/layout/Column';
import { Status } from './Status';

const PROVIDERS = toDataFrame({
  refId: 'providers',
  fields: [
    { name: 'name', values: ['openai', 'groq'] },
    { name: 'type', values: ['openai', 'groq'] },
    { name: 'status', values: ['healthy', 'failing'] },
    { name: 'reason', values: [null, 'HTTP 503'] },
    { name: 'breaker', values: ['closed', 'open'] },
  ],
});
const BUDGETS = toDataFrame({
  refId: 'budgets',
  fields: [
    { name: 'budget', values: ['monthly', 'daily', 'new'] },
    { name: 'subject', values: ['platform', 'search', null] },
    { name: 'share_used', values: [1, 0.5, null] },
  ],
});

beforeEach(() => {
  asUser(OrgRole.Viewer);
  fakeApi({ 'GET /api/prometheus/grafana/api/v1/rules': { data: { data: { groups: [] } } } });
});

function show(data: Partial<PanelData>) {
  const $data = new SceneDataNode({
    data: { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange(), ...data },
  });
  const page = new Column({ $data, children: [new Status({})] });
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <page.Component model={page} />
    </MemoryRouter>
  );
}

it('reads how providers and budgets stand', async () => {
  show({ series: [PROVIDERS, BUDGETS] });
  expect(await screen.findByRole('link', { name: 'groq is down' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Budget monthly is spent' })).toBeInTheDocument();
  expect(screen.queryByText(/daily|new is spent/)).not.toBeInTheDocument();
  expect(screen.getByText('1 / 2')).toBeInTheDocument();
});

it('does not claim anything while it asks', () => {
  show({ state: LoadingState.Loading });
  expect(screen.getByRole('region', { name: 'State of the gateway' })).toHaveAttribute('aria-busy', 'true');
});

it('says why when the gateway cannot be asked', () => {
  show({ state: LoadingState.Error, errors: [{ message: 'connection refused' }] });
  expect(screen.getByRole('alert')).toHaveTextContent('connection refused');
});
