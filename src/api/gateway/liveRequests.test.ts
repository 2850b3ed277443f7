import { LiveChannelConnectionState, LiveChannelEventType, type LiveChannelEvent } from '@grafana/data';
import { setGrafanaLiveSrv, type GrafanaLiveSrv } from '@grafana/runtime';
import { Subject } from 'rxjs';
import { errorMessage } from '../grafana';
import { fakeApi } from '../testing/fakeGrafana';
import { liveRequests, type LiveNews } from './liveRequests';

const ASK = 'POST /api/ds/query';
const channel = (name?: string) => ({
  data: { results: { live: { frames: [{ schema: { meta: { channel: name } } }] } } },
});

async function listen(answer: Parameters<typeof fakeApi>[0][string]) {
  const asked = fakeApi({ [ASK]: answer });
  const stream = new Subject<LiveChannelEvent>();
  const getStream = jest.fn(() => stream);
  setGrafanaLiveSrv({ getStream } as unknown as GrafanaLiveSrv);
  const news: LiveNews[] = [];
  const failures: unknown[] = [];
  const filters = [{ dimension: 'status' as const, values: ['error'] }];
  const subscription = liveRequests('ledger', filters).subscribe({
    next: (each) => news.push(each),
    error: (error: unknown) => failures.push(error),
  });
  await new Promise((resolve) => setTimeout(resolve));
  return { asked, stream, getStream, news, failures, subscription };
}

const status = (state: LiveChannelConnectionState) =>
  ({ type: LiveChannelEventType.Status, id: '', timestamp: 0, state }) as LiveChannelEvent;
const message = (payload: object) => ({ type: LiveChannelEventType.Message, message: payload }) as LiveChannelEvent;

it('asks the data source for the channel of the filters, and listens to that', async () => {
  const { asked, getStream, news, stream, subscription } = await listen(channel('ds/ledger/requests/abc'));
  expect(asked[0]!.data.queries).toEqual([
    expect.objectContaining({
      queryType: 'live',
      filters: [{ dimension: 'status', values: ['error'] }],
      datasource: { uid: 'ledger', type: 'llmgateway-datasource' },
    }),
  ]);
  expect(getStream).toHaveBeenCalledWith({ scope: 'ds', namespace: 'ledger', path: 'requests/abc' });
  expect(news).toEqual([{ kind: 'connection', connection: 'connecting' }]);
  subscription.unsubscribe();
  expect(stream.observed).toBe(false);
});

it('tells how the connection stands', async () => {
  const { news, stream } = await listen(channel('ds/ledger/requests'));
  for (const state of [
    LiveChannelConnectionState.Connecting,
    LiveChannelConnectionState.Connected,
    LiveChannelConnectionState.Disconnected,
  ]) {
    stream.next(status(state));
  }
  expect(news.slice(1).map((each) => each.kind === 'connection' && each.connection)).toEqual([
    'connecting',
    'connected',
    'lost',
  ]);
});

it('tells requests by the names of their columns, and what is said of the stream', async () => {
  const { news, stream } = await listen(channel('ds/ledger/requests'));
  const notice = { severity: 'warning', text: '3 requests were left out' };
  const schema = { fields: [{ name: 'time' }, { name: 'id' }, { name: 'team' }], meta: { notices: [notice] } };
  stream.next(
    message({
      schema,
      data: {
        values: [
          [1, 2],
          ['a', 'b'],
          ['search', null],
        ],
      },
    })
  );
  stream.next(message({ schema: { fields: schema.fields }, data: { values: [[], [], []] } }));
  expect(news.slice(1)).toEqual([
    {
      kind: 'requests',
      rows: [
        { time: 1, id: 'a', team: 'search' },
        { time: 2, id: 'b', team: null },
      ],
      notice,
    },
    { kind: 'requests', rows: [], notice: undefined },
  ]);
});

it.each([
  [{ status: 400, data: { results: { live: { error: 'filters: they are too long' } } } }, 'filters: they are too long'],
  [{ status: 403, data: { message: 'Forbidden' } }, 'Forbidden'],
  [channel(undefined), 'The data source named no channel of live requests.'],
])('fails with the reason where there is no stream', async (answer, reason) => {
  const { failures, getStream } = await listen(answer);
  expect(failures).toHaveLength(1);
  expect(errorMessage(failures[0])).toBe(reason);
  expect(getStream).not.toHaveBeenCalled();
});
