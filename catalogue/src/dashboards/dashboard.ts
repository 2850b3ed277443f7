import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';

import { type Row, layout } from './layout.js';
import { appLink, dashboardsLink } from './links.js';
import { DASHBOARD_TAG } from './tags.js';
import { clusterVariable, datasourceVariable, instanceVariable } from './variables.js';

export interface DashboardDefinition {
  /** Stable, also the name of its file; at most 40 characters. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** Besides the one that all have. */
  readonly tags: readonly string[];
  /** Besides data source, cluster and instance. */
  readonly variables?: ReadonlyArray<Builder<VariableModel>>;
  readonly rows: readonly Row[];
  /** Beginning of the time range, e.g. `now-1h`. */
  readonly from?: string;
  /** How often it is asked again. */
  readonly refresh?: string;
}

/** A dashboard in Grafana's form. */
export function dashboard(definition: DashboardDefinition): Dashboard {
  const { uid, title, description, tags, variables = [], rows, from = 'now-1h', refresh = '30s' } = definition;
  const built = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([DASHBOARD_TAG, ...tags])
    .timezone('browser')
    .editable()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from, to: 'now' })
    .refresh(refresh)
    .variables([datasourceVariable(), clusterVariable(), instanceVariable(), ...variables])
    .links([dashboardsLink(), appLink()])
    .build();
  // The SDK hides links in a menu unless told otherwise, and has no word for that.
  const links = built.links?.map(({ placement: _menu, ...link }) => link) ?? [];
  return { ...built, links, panels: layout(rows) };
}
