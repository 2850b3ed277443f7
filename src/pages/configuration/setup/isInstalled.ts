import { installedDataSources } from '../../../api/dataSources/installed';

export function isInstalled(pluginId: string, uid: string): boolean {
  return installedDataSources(pluginId).some((dataSource) => dataSource.uid === uid);
}
