import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';

/** Whoever looks at the page from now on has this role. */
export function asUser(orgRole: OrgRole): void {
  config.bootData = { ...config.bootData, user: { ...config.bootData?.user, orgRole, isGrafanaAdmin: false } };
}
