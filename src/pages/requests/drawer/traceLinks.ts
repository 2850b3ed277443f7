import { locationUtil, type DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

export interface TraceLink {
  /** Of the data source. */
  readonly name: string;
  readonly href: string;
}

/** Trace data sources of Grafana's own that find a trace by its id alone. */
const KINDS = new Set(['tempo', 'jaeger', 'zipkin']);

const MINUTE_MS = 60_000;

/** Where Explore shows a trace: a link for each trace data source that there is. */
export function traceLinks(traceId: string, startMs: number, durationMs: number): TraceLink[] {
  const range = { from: String(startMs - 5 * MINUTE_MS), to: String(Math.ceil(startMs + durationMs + 5 * MINUTE_MS)) };
  return getDataSourceSrv()
    .getList({ tracing: true })
    .filter(({ type }) => KINDS.has(type))
    .map((source) => ({ name: source.name, href: exploreHref(source, traceId, range) }));
}

function exploreHref({ uid, type }: DataSourceInstanceSettings, traceId: string, range: object): string {
  const query = {
    refId: 'A',
    datasource: { uid, type },
    query: traceId,
    ...(type === 'tempo' && { queryType: 'traceql' }),
  };
  const panes = JSON.stringify({ trace: { datasource: uid, queries: [query], range } });
  return locationUtil.assureBaseUrl(`/explore?${new URLSearchParams({ schemaVersion: '1', panes }).toString()}`);
}
