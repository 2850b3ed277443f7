import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { installedDataSources } from '../api/dataSources/installed';
import { PROMETHEUS_ID } from '../constants';

/** The kinds of data source without which no page has anything to show. These are product names: nothing to translate. */
const NEEDED = [
  { pluginId: DATASOURCE_ID, name: 'LLM Gateway' },
  { pluginId: PROMETHEUS_ID, name: 'Prometheus' },
];

/** The names of those of which there is none. */
export function missingConnections(): string[] {
  return NEEDED.filter(({ pluginId }) => installedDataSources(pluginId).length === 0).map(({ name }) => name);
}
