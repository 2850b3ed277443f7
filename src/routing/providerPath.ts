import { prefixRoute, ROUTES } from './routes';

/** Where one provider is shown, without Grafana's sub-path. `search` is what is kept of the page that leads there. */
export function providerPath(provider: string, search: URLSearchParams = new URLSearchParams()): string {
  const parameters = new URLSearchParams(search);
  parameters.set('provider', provider);
  return `${prefixRoute(ROUTES.providers)}/provider?${parameters.toString()}`;
}
