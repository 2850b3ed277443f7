import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';

/** Whoever looks at the page from now on has this role, and these of Grafana's permissions. */
export function asUser(orgRole: OrgRole, permissions: readonly string[] = []): void {
  config.bootData = {
    ...config.bootData,
    user: {
      ...config.bootData?.user,
      orgRole,
      isGrafanaAdmin: false,
      permissions: Object.fromEntries(permissions.map((action) => [action, true])),
    },
  };
}
