import {
  isLiveChannelMessageEvent,
  isLiveChannelStatusEvent,
  LiveChannelConnectionState,
  parseLiveChannelAddress,
  type DataFrameJSON,
  type LiveChannelAddress,
  type LiveChannelEvent,
} from '@grafana/data';
import { getGrafanaLiveSrv } from '@grafana/runtime';
import { DATASOURCE_ID, type UsageGrouping } from '@llm-gateway/catalogue';
import { defer, EMPTY, from, map, mergeMap, of, startWith, switchMap, type Observable } from 'rxjs';
import { runQueries } from '../dataSources/runQueries';

export interface LiveFilter {
  readonly dimension: UsageGrouping;
  readonly values: readonly string[];
}

/** What a live stream tells. */
export type LiveNews =
  | { readonly kind: 'connection'; readonly connection: 'connecting' | 'connected' | 'lost' }
  /** Requests that ended, as rows of the data source's columns; `notice` is what it has to say about the stream. */
  | { readonly kind: 'requests'; readonly rows: readonly LiveRow[]; readonly notice: LiveNotice | undefined };

export type LiveRow = Readonly<Record<string, unknown>>;

export interface LiveNotice {
  /** An error is a stream that broke and is begun again; a warning, requests that were left out. */
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/**
 * Requests of a gateway as they end, for as long as somebody subscribes. Grafana connects again by itself. Fails only
 * where there is no stream to be had: with the data source's own words.
 */
export function liveRequests(gatewayUid: string, filters: readonly LiveFilter[]): Observable<LiveNews> {
  return defer(() => from(channelOf(gatewayUid, filters))).pipe(
    switchMap((address) => getGrafanaLiveSrv().getStream<DataFrameJSON>(address)),
    mergeMap((event) => newsOf(event)),
    startWith<LiveNews>({ kind: 'connection', connection: 'connecting' })
  );
}

/** The data source names the channel; it alone knows how filters are written in it. */
async function channelOf(gatewayUid: string, filters: readonly LiveFilter[]): Promise<LiveChannelAddress> {
  const datasource = { uid: gatewayUid, type: DATASOURCE_ID };
  const { live } = await runQueries({
    from: 'now-1m',
    to: 'now',
    queries: [{ refId: 'live', queryType: 'live', filters, datasource }],
  });
  if (live?.error) {
    throw new Error(live.error);
  }
  const address = parseLiveChannelAddress(live?.frames?.[0]?.schema?.meta?.channel);
  if (!address) {
    throw new Error('The data source named no channel of live requests.');
  }
  return address;
}

function newsOf(event: LiveChannelEvent<DataFrameJSON>): Observable<LiveNews> {
  if (isLiveChannelStatusEvent(event)) {
    return of({ kind: 'connection', connection: connectionOf(event.state) });
  }
  if (!isLiveChannelMessageEvent(event)) {
    return EMPTY;
  }
  return of(event.message).pipe(
    map(({ schema, data }): LiveNews => {
      const columns = data?.values ?? [];
      const names = schema?.fields.map(({ name }) => name) ?? [];
      const rows = (columns[0] ?? []).map((_, at) =>
        Object.fromEntries(names.map((name, column): [string, unknown] => [name, columns[column]?.[at]]))
      );
      const [notice] = schema?.meta?.notices ?? [];
      return { kind: 'requests', rows, notice: notice && { severity: notice.severity, text: notice.text } };
    })
  );
}

function connectionOf(state: LiveChannelConnectionState): 'connecting' | 'connected' | 'lost' {
  switch (state) {
    case LiveChannelConnectionState.Connected:
      return 'connected';
    case LiveChannelConnectionState.Pending:
    case LiveChannelConnectionState.Connecting:
      return 'connecting';
    default:
      return 'lost';
  }
}
