import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';

import { APP_ID } from '../identity.js';
import { DASHBOARD_TAG } from './tags.js';

/** To the other dashboards, which share variables and time. */
export function dashboardsLink(): DashboardLinkBuilder {
  return new DashboardLinkBuilder('LLM Gateway dashboards')
    .type(DashboardLinkType.Dashboards)
    .tags([DASHBOARD_TAG])
    .asDropdown(true)
    .includeVars(true)
    .keepTime(true);
}

/** To the app's first page, with the same Prometheus and time. */
export function appLink(): DashboardLinkBuilder {
  return new DashboardLinkBuilder('LLM Gateway app')
    .type(DashboardLinkType.Link)
    .icon('external link')
    .tooltip('Exact figures of the ledger, and what can be changed')
    .url(`/a/${APP_ID}/overview?var-prometheus=\${datasource}`)
    .keepTime(true);
}

/** From a provider's name to its details. */
export const PROVIDER_LINK = {
  title: 'Provider details',
  url: '/d/llm-gateway-providers?var-provider=${__value.text}&var-datasource=${datasource}&${__url_time_range}',
} as const;
