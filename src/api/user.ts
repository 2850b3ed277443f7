import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';

/** Whether this user may change the app's settings. Only decides what is shown: Grafana checks it again on saving. */
export function canConfigure(): boolean {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return isGrafanaAdmin || orgRole === OrgRole.Admin;
}

/** Whether this user may open Explore; Grafana can be told to do without it. */
export function mayExplore(): boolean {
  return config.exploreEnabled && hasPermission('datasources:explore');
}

/** Whether this user may make alert rules in Grafana, in one folder at least. */
export function mayCreateAlerts(): boolean {
  return hasPermission('alert.rules:create');
}

/** Whether this user may have the gateway call a provider to test it. Only decides what is shown. */
export function canTest(): boolean {
  return canConfigure() || config.bootData.user.orgRole === OrgRole.Editor;
}

function hasPermission(action: string): boolean {
  return config.bootData.user.permissions?.[action] === true;
}
