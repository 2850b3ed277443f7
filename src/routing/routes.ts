import { PLUGIN_BASE_URL } from '../constants';

/** First path segment of each page. */
export const ROUTES = {
  overview: 'overview',
  providers: 'providers',
  costs: 'costs',
  requests: 'requests',
  keys: 'keys',
  alerts: 'alerts',
  configuration: 'configuration',
} as const;
export type Route = (typeof ROUTES)[keyof typeof ROUTES];

/** The absolute path of a page, without Grafana's sub-path. */
export function prefixRoute(route: Route): string {
  return `${PLUGIN_BASE_URL}/${route}`;
}
