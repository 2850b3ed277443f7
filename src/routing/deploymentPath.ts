import { prefixRoute, ROUTES } from './routes';

/** A model of a provider, as `provider/model`. */
export interface DeploymentName {
  readonly provider: string;
  readonly deployment: string;
}

/** Where one deployment is shown, without Grafana's sub-path. `search` is what is kept of the page that leads there. */
export function deploymentPath(
  { provider, deployment }: DeploymentName,
  search: URLSearchParams = new URLSearchParams()
): string {
  const parameters = new URLSearchParams(search);
  parameters.set('provider', provider);
  parameters.set('deployment', deployment);
  return `${prefixRoute(ROUTES.providers)}/deployment?${parameters.toString()}`;
}
