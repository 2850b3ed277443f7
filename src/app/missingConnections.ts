import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { installedDataSources } from '../api/dataSources/installed';
import { PROMETHEUS_ID } from '../constants';
import { ROUTES } from '../routing/routes';

/** The kinds of data source that pages need. These are product names: nothing to translate. */
const GATEWAY = { pluginId: DATASOURCE_ID, name: 'LLM Gateway' };
const PROMETHEUS = { pluginId: PROMETHEUS_ID, name: 'Prometheus' };

/** First path segments of pages that ask no Prometheus. */
const WITHOUT_METRICS: readonly string[] = [ROUTES.requests, ROUTES.keys, ROUTES.alerts];

/** The names of those that the page needs and of which there is none; without them it has nothing to show. */
export function missingConnections(route: string): string[] {
  const needed = WITHOUT_METRICS.includes(route) ? [GATEWAY] : [GATEWAY, PROMETHEUS];
  return needed.filter(({ pluginId }) => installedDataSources(pluginId).length === 0).map(({ name }) => name);
}
