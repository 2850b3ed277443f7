import { locationUtil } from '@grafana/data';
import type { PanelQuestion } from './panelQuestion';

/** Explore with the panel's own question. */
export function exploreHref({ dataSourceUid, queries, range }: PanelQuestion): string {
  const panes = { panel: { datasource: dataSourceUid, queries, range } };
  const search = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify(panes) });
  return locationUtil.assureBaseUrl(`/explore?${search.toString()}`);
}
