import { locationUtil, rangeUtil, type TimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

export interface ExploreQuestion {
  readonly dataSourceUid: string;
  readonly queries: ReadonlyArray<Partial<DataQuery>>;
  readonly range: ExploreRange;
}

/** Relative, such as `now-1h`, or in epoch milliseconds. */
export interface ExploreRange {
  readonly from: string;
  readonly to: string;
}

/** Explore with a question of ours. */
export function exploreHref({ dataSourceUid, queries, range }: ExploreQuestion): string {
  const panes = { panel: { datasource: dataSourceUid, queries, range } };
  const search = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify(panes) });
  return locationUtil.assureBaseUrl(`/explore?${search.toString()}`);
}

/** A time range as Explore takes it: what is relative stays so. */
export function exploreRange({ from, to, raw }: TimeRange): ExploreRange {
  const text = (side: TimeRange['raw']['from'], moment: TimeRange['from']) =>
    typeof side === 'string' && rangeUtil.isRelativeTime(side) ? side : String(moment.valueOf());
  return { from: text(raw.from, from), to: text(raw.to, to) };
}
