import type { DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

/** The data sources of one kind that this user may query. */
export function installedDataSources(pluginId: string): DataSourceInstanceSettings[] {
  return getDataSourceSrv().getList({ pluginId, metrics: true });
}
