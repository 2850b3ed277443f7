import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';

/** Whether this user may change the app's settings. Only decides what is shown: Grafana checks it again on saving. */
export function canConfigure(): boolean {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return isGrafanaAdmin || orgRole === OrgRole.Admin;
}
