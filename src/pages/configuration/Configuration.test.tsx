import React from 'react';
import { OrgRole, type AppPluginMeta } from '@grafana/data';
import { DATASOURCE_ID, GATEWAY_UID, PROMETHEUS_UID } from '@llm-gateway/catalogue';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { asUser } from '../../api/testing/asUser';
import { fakeApi, fakeDataSources } from '../../api/testing/fakeGrafana';
import { PROMETHEUS_ID } from '../../constants';
import { Configuration } from './Configuration';

const GATEWAY = { uid: GATEWAY_UID, name: 'Gateway', type: DATASOURCE_ID };
const SECOND_GATEWAY = { uid: 'eu', name: 'Gateway EU', type: DATASOURCE_ID };
const PROMETHEUS = { uid: PROMETHEUS_UID, name: 'Metrics', type: PROMETHEUS_ID };

const GATEWAY_HEALTH = `GET /api/datasources/uid/${GATEWAY_UID}/health`;
const PROMETHEUS_HEALTH = `GET /api/datasources/uid/${PROMETHEUS_UID}/health`;
const SETTINGS = 'POST /api/plugins/llmgateway-app/settings';

const meta = { enabled: true, pinned: false, jsonData: { other: 'kept' } } as unknown as AppPluginMeta;

/** Frames of an instant query: a series for each value. */
const frames = (...values: number[]) => ({
  frames: values.map((value) => ({
    schema: {
      fields: [
        { name: 'Time', type: 'time' },
        { name: 'Value', type: 'number' },
      ],
    },
    data: { values: [[0], [value]] },
  })),
});

const metrics = (targets: number[], gateways: number[], requests: number[]) => ({
  'POST /api/ds/query': {
    data: { results: { targets: frames(...targets), gateways: frames(...gateways), requests: frames(...requests) } },
  },
});

beforeEach(() => {
  asUser(OrgRole.Admin);
  fakeDataSources(GATEWAY, SECOND_GATEWAY, PROMETHEUS);
});

async function press(name: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name }));
}

describe('test of the gateway', () => {
  it('says what the data source says when it gets through', async () => {
    fakeApi({ [GATEWAY_HEALTH]: { data: { status: 'OK', message: 'Connected: 4 models.' } } });
    render(<Configuration meta={meta} />);
    await press('Test LLM Gateway');
    expect(await screen.findByRole('status')).toHaveTextContent('The gateway answers');
    expect(screen.getByRole('status')).toHaveTextContent('Connected: 4 models.');
  });

  it('says what the data source says when it does not', async () => {
    fakeApi({
      [GATEWAY_HEALTH]: { status: 400, data: { status: 'ERROR', message: 'The gateway refused the admin token.' } },
    });
    render(<Configuration meta={meta} />);
    await press('Test LLM Gateway');
    expect(await screen.findByRole('alert')).toHaveTextContent('The gateway refused the admin token.');
  });
});

describe('test of Prometheus', () => {
  const healthy = { [PROMETHEUS_HEALTH]: { data: { status: 'OK', message: 'Successfully queried.' } } };

  it('counts the requests it knows of', async () => {
    fakeApi({ ...healthy, ...metrics([1], [1], [1234]) });
    render(<Configuration meta={meta} />);
    await press('Test Prometheus');
    expect(await screen.findByRole('status')).toHaveTextContent('Requests counted since the gateway started: 1234.');
  });

  it('is content with a gateway that has not had a request', async () => {
    fakeApi({ ...healthy, ...metrics([1], [1], []) });
    render(<Configuration meta={meta} />);
    await press('Test Prometheus');
    expect(await screen.findByRole('status')).toHaveTextContent('The gateway has not counted a request yet.');
  });

  it('says which job to add when nothing scrapes the gateway', async () => {
    fakeApi({ ...healthy, ...metrics([], [], []) });
    render(<Configuration meta={meta} />);
    await press('Test Prometheus');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Prometheus is reachable, but it does not scrape the gateway');
    expect(alert).toHaveTextContent('job_name: llm-gateway');
  });

  it('says so when the scrape fails', async () => {
    fakeApi({ ...healthy, ...metrics([0], [], []) });
    render(<Configuration meta={meta} />);
    await press('Test Prometheus');
    expect(await screen.findByRole('alert')).toHaveTextContent('Prometheus cannot scrape the gateway');
  });

  it('gives the reason when it cannot be reached', async () => {
    fakeApi({ [PROMETHEUS_HEALTH]: { status: 400, data: { status: 'ERROR', message: 'connection refused' } } });
    render(<Configuration meta={meta} />);
    await press('Test Prometheus');
    expect(await screen.findByRole('alert')).toHaveTextContent('connection refused');
  });

  it('gives the reason when the query fails', async () => {
    fakeApi({
      ...healthy,
      'POST /api/ds/query': { status: 400, data: { results: { targets: { error: 'query timed out' } } } },
    });
    render(<Configuration meta={meta} />);
    await press('Test Prometheus');
    expect(await screen.findByRole('alert')).toHaveTextContent('query timed out');
  });
});

it('forgets what a test found once another data source is chosen', async () => {
  fakeApi({ [GATEWAY_HEALTH]: { data: { status: 'OK', message: 'Connected.' } } });
  render(<Configuration meta={meta} />);
  await press('Test LLM Gateway');
  expect(await screen.findByRole('status')).toBeInTheDocument();
  await userEvent.click(screen.getByLabelText(/^LLM Gateway/));
  await userEvent.click(await screen.findByText('Gateway EU'));
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

it('names a data source that is gone', () => {
  fakeDataSources(SECOND_GATEWAY, PROMETHEUS);
  render(<Configuration meta={meta} />);
  expect(screen.getByText(/There is no data source with the uid llm-gateway: choose another one/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Test LLM Gateway' })).toBeDisabled();
});

it('leads to where a data source can be added when there is none of a kind', () => {
  fakeDataSources(GATEWAY);
  render(<Configuration meta={meta} />);
  expect(screen.getByRole('status')).toHaveTextContent('There is no Prometheus data source yet');
  expect(screen.getByRole('link', { name: 'Add data source' })).toHaveAttribute('href', '/connections/datasources/new');
});

it.each([OrgRole.Editor, OrgRole.Viewer])('shows %ss that it is for admins', (role) => {
  asUser(role);
  render(<Configuration meta={meta} />);
  expect(screen.getByText('Only organisation admins can configure this app')).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

describe('saving', () => {
  it('posts the chosen data sources and keeps the rest of the settings', async () => {
    const requests = fakeApi({ [SETTINGS]: { data: {} } });
    render(<Configuration meta={meta} />);
    await userEvent.click(screen.getByLabelText(/^LLM Gateway/));
    await userEvent.click(await screen.findByText('Gateway EU'));
    await press('Save');
    expect(await screen.findByRole('status')).toHaveTextContent('Saved');
    expect(requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        url: '/api/plugins/llmgateway-app/settings',
        data: {
          enabled: true,
          pinned: false,
          jsonData: { other: 'kept', gatewayUid: 'eu', prometheusUid: PROMETHEUS_UID },
        },
      }),
    ]);
  });

  it('gives the reason when Grafana refuses', async () => {
    fakeApi({ [SETTINGS]: { status: 403, data: { message: 'You need the permission plugins:write' } } });
    render(<Configuration meta={meta} />);
    await press('Save');
    expect(await screen.findByRole('alert')).toHaveTextContent('You need the permission plugins:write');
  });
});
