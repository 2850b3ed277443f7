import {
  PluginExtensionPoints,
  type PluginExtensionAddedLinkConfig,
  type RawTimeRange,
  type ScopedVars,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { PROMETHEUS_ID } from '../../constants';
import { prefixRoute } from '../../routing/routes';
import { routeOf } from './routeOf';

/** What both places tell of the queries that are looked at. */
interface QueriesContext {
  readonly targets?: readonly DataQuery[];
  readonly timeRange?: RawTimeRange;
  readonly scopedVars?: ScopedVars;
}

/** As in plugin.json, where Grafana wants to see them before it loads anything. */
export const OPEN_IN_APP = {
  targets: [PluginExtensionPoints.DashboardPanelMenu, PluginExtensionPoints.ExploreToolbarAction],
  title: 'Open in LLM Gateway',
  description: 'The page of LLM Gateway that these queries belong to, with their time range',
};

/** From panels of dashboards and from Explore to the page that shows more of the same. */
export const openInApp: PluginExtensionAddedLinkConfig<QueriesContext> = {
  ...OPEN_IN_APP,
  icon: 'ai',
  path: prefixRoute('overview'),
  configure: (context) => {
    const { targets = [], timeRange, scopedVars } = context ?? {};
    const route = routeOf(targets);
    if (!route) {
      return undefined;
    }
    const search = new URLSearchParams({ ...timeParameters(timeRange), ...dataSourceParameters(targets, scopedVars) });
    return { path: `${prefixRoute(route)}?${search.toString()}` };
  },
};

function timeParameters(range: RawTimeRange | undefined): Record<string, string> {
  const text = (time: RawTimeRange['from']) => (typeof time === 'string' ? time : String(time.valueOf()));
  return range ? { from: text(range.from), to: text(range.to) } : {};
}

function dataSourceParameters(targets: readonly DataQuery[], scopedVars?: ScopedVars): Record<string, string> {
  const uidOf = (type: string) => {
    const uid = targets.find(({ datasource }) => datasource?.type === type)?.datasource?.uid;
    const replaced = uid && getTemplateSrv().replace(uid, scopedVars);
    // A variable without a value: the page has a data source of its own to begin with.
    return replaced && !replaced.includes('$') ? replaced : undefined;
  };
  const uids = { 'var-gateway': uidOf(DATASOURCE_ID), 'var-prometheus': uidOf(PROMETHEUS_ID) };
  return Object.fromEntries(Object.entries(uids).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
