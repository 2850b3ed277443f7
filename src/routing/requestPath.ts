import { prefixRoute, ROUTES } from './routes';

/** Where one request is shown, without Grafana's sub-path. Ids are URL-safe, and may be a variable of a data link. */
export function requestPath(id: string): string {
  return `${prefixRoute(ROUTES.requests)}?request=${id}`;
}
