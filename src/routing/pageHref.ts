import { locationUtil } from '@grafana/data';
import { prefixRoute, type Route } from './routes';

/** The address of a page for a plain link: with the sub-path Grafana is served under, if any. */
export function pageHref(route: Route): string {
  return locationUtil.assureBaseUrl(prefixRoute(route));
}
