import React, { useState } from 'react';
import { dateTime, LiveChannelConnectionState, LiveChannelEventType, OrgRole, type TimeRange } from '@grafana/data';
import { config, setGrafanaLiveSrv, type BackendSrvRequest, type GrafanaLiveSrv } from '@grafana/runtime';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Subject } from 'rxjs';
import { asUser } from '../../api/testing/asUser';
import { fakeApi, fakeDataSources } from '../../api/testing/fakeGrafana';
import { NO_FILTERS, type RequestFilters } from './filters/requestFilters';
import type { ListedRequest } from './list/requestRow';
import { RequestsView } from './RequestsView';
import { aRequest, requestDetails } from './testing/aRequest';

// A dozen comboboxes take seconds to draw in jsdom; ValuesFilter.test.tsx has one.
jest.mock('./filters/ValuesFilter', () => ({ ValuesFilter: ({ label }: { label: string }) => <span>{label}</span> }));
configure({ asyncUtilTimeout: 5_000 });

const RESOURCES = '/api/datasources/uid/ledger/resources';
// By label or text: a role's name takes long to work out among so many fields.
const LIST = `GET ${RESOURCES}/requests`;
const LIVE_QUERY = 'POST /api/ds/query';
const FROM = Date.UTC(2026, 10, 26, 3);
const TO = Date.UTC(2026, 10, 26, 4);

const LAST_HOUR: TimeRange = { from: dateTime(FROM), to: dateTime(TO), raw: { from: 'now-1h', to: 'now' } };
const THAT_HOUR: TimeRange = { ...LAST_HOUR, raw: { from: dateTime(FROM), to: dateTime(TO) } };

const page = (requests: ListedRequest[], next_cursor: string | null = null) => ({
  data: { from: '', to: '', requests, next_cursor },
});

interface Shown {
  filters?: RequestFilters;
  live?: boolean;
  range?: TimeRange;
}

/** The view with the state that the scene keeps for it. */
function Page({ filters: first = NO_FILTERS, live: firstLive = false, range = LAST_HOUR }: Shown) {
  const [filters, setFilters] = useState(first);
  const [request, setRequest] = useState<string>();
  const [live, setLive] = useState(firstLive);
  return (
    <RequestsView
      gatewayUid="ledger"
      range={range}
      timeZone="utc"
      histogram={null}
      filters={filters}
      request={request}
      live={live}
      onFilter={setFilters}
      onOpen={setRequest}
      onLive={setLive}
    />
  );
}

const rows = () => within(screen.getByLabelText('Requests, newest first')).getAllByRole('row').slice(1);
const askedOf = (requests: BackendSrvRequest[]) =>
  requests
    .filter(({ url }) => url.startsWith(`${RESOURCES}/requests?`))
    .map(({ url }) => new URL(url, 'http://g').searchParams);

beforeEach(() => {
  asUser(OrgRole.Viewer);
  fakeDataSources();
});

describe('the table', () => {
  it('tells of each request who asked what of whom, how it went and what it cost', async () => {
    const failed = { status: 'error', code: 429, error_type: 'rate_limit_error', cost_usd: null, attempt_count: 3 };
    const requests = [
      aRequest({ id: 'req_2', team: 'search', user: 'ada', first_token_ms: 210, cache: 'miss' }),
      aRequest({ id: 'req_1', ...failed, time: '2026-11-26T03:59:59.123Z', provider: null }),
    ];
    fakeApi({ [LIST]: page(requests) });
    render(<Page />);
    await screen.findByLabelText('Requests, newest first');
    const [newer, older] = rows();
    expect(newer).toHaveTextContent('200 success');
    expect(newer).toHaveTextContent('gpt-4o→ gpt-4o-2024-11-20');
    expect(newer).toHaveTextContent('search · ciada');
    expect(newer).toHaveTextContent('openaicache miss');
    expect(newer).toHaveTextContent('1,000 → 50$0.000751.20 s210 ms1');
    expect(older).toHaveTextContent('03:59:59.1232026-11-26');
    expect(older).toHaveTextContent('429 errorrate_limit_error');
    expect(screen.getByText('All 2 shown')).toBeInTheDocument();
  });

  it('leads to Explore with what is filtered', async () => {
    asUser(OrgRole.Editor, ['datasources:explore']);
    config.exploreEnabled = true;
    fakeApi({ [LIST]: page([aRequest({ id: 'req_1' })]) });
    render(<Page filters={{ ...NO_FILTERS, minDurationMs: 100 }} />);
    const link = (await screen.findByText('Explore')).closest('a')!;
    const { panel } = JSON.parse(new URL(link.href).searchParams.get('panes')!);
    expect(panel).toMatchObject({
      datasource: 'ledger',
      queries: [{ queryType: 'requests', minDurationMs: 100, datasource: { uid: 'ledger' } }],
      range: { from: 'now-1h', to: 'now' },
    });
  });

  it('loads the next page where the one before ended', async () => {
    const asked = fakeApi({
      [LIST]: () =>
        askedOf(asked).at(-1)!.get('cursor') === 'c1'
          ? page([aRequest({ id: 'req_1', time: '2026-11-26T03:00:00Z' })])
          : page([aRequest({ id: 'req_2' })], 'c1'),
    });
    render(<Page />);
    await userEvent.click(await screen.findByText('Load more'));
    await screen.findByLabelText('Open request req_1');
    expect(rows()).toHaveLength(2);
    expect(screen.queryByText('Load more')).not.toBeInTheDocument();
  });

  it('opens a request, and another one from there by keyboard', async () => {
    fakeApi({
      [LIST]: page([aRequest({ id: 'req_2' }), aRequest({ id: 'req_1', time: '2026-11-26T03:00:00Z' })]),
      [`${LIST}/req_2`]: { data: requestDetails({ id: 'req_2' }) },
      [`${LIST}/req_1`]: { data: requestDetails({ id: 'req_1', model: 'other-model', served_model: null }) },
    });
    render(<Page />);
    await userEvent.click(await screen.findByLabelText('Open request req_2'));
    expect(await screen.findByText('Timings')).toBeInTheDocument();
    await userEvent.keyboard('j');
    expect(await screen.findAllByText('other-model')).not.toHaveLength(0);
  });
});

describe('filters', () => {
  it('are asked of the gateway, and of the export', async () => {
    const asked = fakeApi({ [LIST]: page([]) });
    render(<Page filters={{ dimensions: { status: ['error'], team: ['none'] }, tags: { project: ['x'] } }} />);
    await screen.findByText('No request of this time range passes the filters');
    expect(Object.fromEntries(askedOf(asked)[0]!)).toMatchObject({
      from: String(FROM),
      to: String(TO),
      status: 'error',
      team: '',
      'tag:project': 'x',
    });
    const { href } = screen.getByText('Export as CSV').closest('a')!;
    expect(href).toContain(`${RESOURCES}/requests/export?`);
    expect(Object.fromEntries(new URL(href).searchParams)).toMatchObject({
      status: 'error',
      format: 'csv',
      from: String(FROM),
    });
  });

  it('can be cleared where nothing passes them', async () => {
    const asked = fakeApi({ [LIST]: page([]) });
    render(<Page filters={{ dimensions: { status: ['error'] }, tags: {} }} />);
    const [inTheTable] = (await screen.findAllByText('Clear filters')).reverse();
    await userEvent.click(inTheTable!);
    await screen.findByText(/it had no requests in this time range/);
    expect(askedOf(asked).at(-1)!.has('status')).toBe(false);
  });

  it('by an id refuse what is none, and find an id at whatever time it was', async () => {
    const asked = fakeApi({ [LIST]: page([]) });
    render(<Page />);
    const search = screen.getByLabelText('Request or trace id');
    await userEvent.type(search, 'hello{Enter}');
    expect(await screen.findByText(/Write how a request id/)).toBeInTheDocument();
    expect(askedOf(asked)).toHaveLength(1);
    await userEvent.clear(search);
    await userEvent.type(search, ' REQ_019aa6a6-6e00{Enter}');
    await waitFor(() => expect(askedOf(asked)).toHaveLength(2));
    expect(Object.fromEntries(askedOf(asked)[1]!)).toEqual({ q: 'req_019aa6a6-6e00', limit: '100' });
  });

  it('that the graph does not know are told of', async () => {
    fakeApi({ [LIST]: page([aRequest()]) });
    render(<Page filters={{ ...NO_FILTERS, minDurationMs: 1000 }} />);
    expect(await screen.findByText('The graph counts more than the table shows')).toBeInTheDocument();
    expect(screen.getByLabelText('Took at least')).toHaveValue('1000');
  });
});

it('says why requests cannot be read', async () => {
  fakeApi({
    [LIST]: { status: 502, data: { error: { message: 'The gateway is down.', type: 't', param: null, code: null } } },
  });
  render(<Page />);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Requests could not be read');
  expect(alert).toHaveTextContent('The gateway is down.');
});

describe('live', () => {
  const CHANNEL = {
    data: { results: { live: { frames: [{ schema: { meta: { channel: 'ds/ledger/requests' } } }] } } },
  };
  let stream: Subject<unknown>;
  beforeEach(() => {
    stream = new Subject();
    setGrafanaLiveSrv({ getStream: () => stream } as unknown as GrafanaLiveSrv);
  });

  const connect = () =>
    act(async () => stream.next({ type: LiveChannelEventType.Status, state: LiveChannelConnectionState.Connected }));

  /** A request ends somewhere. */
  function ends(id: string, more: Record<string, unknown> = {}, notices: object[] = []) {
    const row = {
      time: TO,
      id,
      status: 'success',
      code: 200,
      model: 'm',
      key: 'ci',
      cache: 'bypass',
      duration_ms: 1,
      ...more,
    };
    const fields = Object.keys(row).map((name) => ({ name }));
    const values = Object.values(row).map((value) => [value]);
    const message = { schema: { fields, meta: { notices } }, data: { values } };
    act(() => stream.next({ type: LiveChannelEventType.Message, message }));
  }

  async function show(shown: Shown = {}) {
    const asked = fakeApi({ [LIST]: page([aRequest({ id: 'req_1' })]), [LIVE_QUERY]: CHANNEL });
    render(<Page live {...shown} />);
    await screen.findByLabelText('Open request req_1');
    await waitFor(() => expect(stream.observed).toBe(true));
    return asked;
  }

  it('puts a request that ends on top', async () => {
    await show();
    expect(screen.getByText('Connecting…')).toBeInTheDocument();
    await connect();
    expect(screen.getByText('Connected')).toBeInTheDocument();
    ends('req_2');
    expect(rows()[0]).toHaveTextContent('200 success');
    expect(screen.getByLabelText('Open request req_2')).toBeInTheDocument();
    expect(rows()).toHaveLength(2);
  });

  it('reads the ledger again once connected: something may have ended meanwhile', async () => {
    const asked = await show();
    const before = askedOf(asked).length;
    await connect();
    await waitFor(() => expect(askedOf(asked).length).toBeGreaterThan(before));
  });

  it('holds requests while it is paused', async () => {
    await show();
    await connect();
    await userEvent.click(screen.getByText('Pause'));
    ends('req_2');
    ends('req_3');
    expect(rows()).toHaveLength(1);
    await userEvent.click(screen.getByText('Resume (2 new)'));
    expect(rows()).toHaveLength(3);
  });

  it('shows only what passes the filters that the stream does not know', async () => {
    await show({ filters: { ...NO_FILTERS, minDurationMs: 100 } });
    ends('req_2', { duration_ms: 99 });
    ends('req_3', { duration_ms: 101 });
    expect(screen.queryByLabelText('Open request req_2')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Open request req_3')).toBeInTheDocument();
  });

  it('tells that the gateway is not heard, and that it is again', async () => {
    await show();
    await connect();
    ends('req_2', {}, [{ severity: 'error', text: 'The gateway has sent nothing for 45 seconds.' }]);
    expect(screen.getByText('Gateway not heard')).toBeInTheDocument();
    expect(screen.getByText('The gateway has sent nothing for 45 seconds.')).toBeInTheDocument();
    ends('req_3');
    expect(screen.getByText('Connected')).toBeInTheDocument();
  });

  it('says why there is no stream, and shows what the ledger has', async () => {
    fakeApi({
      [LIST]: page([aRequest({ id: 'req_1' })]),
      [LIVE_QUERY]: { status: 400, data: { results: { live: { error: 'filters: they are too long' } } } },
    });
    render(<Page live />);
    expect(await screen.findByText('No live stream')).toBeInTheDocument();
    expect(screen.getByText('filters: they are too long')).toBeInTheDocument();
    expect(await screen.findByLabelText('Open request req_1')).toBeInTheDocument();
  });

  it('is not to be had for a time that has ended', async () => {
    fakeApi({ [LIST]: page([aRequest()]), [LIVE_QUERY]: CHANNEL });
    render(<Page live range={THAT_HOUR} />);
    await screen.findByLabelText('Requests, newest first');
    expect(screen.getByLabelText('Show requests as they end')).toBeDisabled();
    expect(stream.observed).toBe(false);
  });

  it('is left by switching it off', async () => {
    await show();
    await userEvent.click(screen.getByLabelText('Show requests as they end'));
    expect(stream.observed).toBe(false);
  });
});
