import type { DataQuery } from '@grafana/schema';
import { DATASOURCE_ID, native, type MetricFamily } from '@llm-gateway/catalogue';
import { PROMETHEUS_ID } from '../../constants';
import type { GatewayQuery } from '../../datasource/types';
import { ROUTES, type Route } from '../../routing/routes';

const MONEY: readonly string[] = ['cost_usd', 'saved_usd', 'unpriced_requests'];

/** Families that a page is about; of the others the Overview tells. */
const PAGES_OF_FAMILIES: ReadonlyArray<readonly [Route, readonly MetricFamily[]]> = [
  [
    ROUTES.providers,
    [
      native.attempts,
      native.attemptDuration,
      native.retries,
      native.fallbacks,
      native.activeRequests,
      native.providerHealth,
      native.credentialRefused,
      native.deploymentHealth,
      native.breakerState,
      native.breakerTransitions,
      native.reportedLimit,
      native.reportedLimitRemaining,
    ],
  ],
  [ROUTES.costs, [native.cost, native.unpricedRequests, native.cacheSaved]],
];

/** What all our own families begin with. */
const OURS = 'llm_gateway_';

/** The page that shows more of what is asked; nothing where no query is of a gateway. The first that is one decides. */
export function routeOf(targets: readonly DataQuery[]): Route | undefined {
  return targets.map(routeOfQuery).find((route) => route !== undefined);
}

function routeOfQuery(target: DataQuery): Route | undefined {
  const { expr } = target as DataQuery & { expr?: unknown };
  switch (target.datasource?.type) {
    case DATASOURCE_ID:
      return routeOfGatewayQuery(target as GatewayQuery);
    case PROMETHEUS_ID:
      return typeof expr === 'string' && expr.includes(OURS) ? routeOfExpression(expr) : undefined;
    default:
      return undefined;
  }
}

function routeOfGatewayQuery(query: GatewayQuery): Route {
  switch (query.queryType) {
    case 'requests':
    case 'live':
      return ROUTES.requests;
    case 'providers':
      return ROUTES.providers;
    case 'budgets':
      return ROUTES.costs;
    case 'usage':
      return query.measures?.some((measure) => MONEY.includes(measure)) ? ROUTES.costs : ROUTES.overview;
    default:
      return ROUTES.overview;
  }
}

function routeOfExpression(expr: string): Route {
  const metrics: readonly string[] = expr.match(/\b[a-z][a-z0-9_]*\b/g) ?? [];
  const found = PAGES_OF_FAMILIES.find(([, families]) =>
    families.some(({ name, type }) => wireNames(name, type).some((each) => metrics.includes(each)))
  );
  return found ? found[0] : ROUTES.overview;
}

function wireNames(name: string, type: string): string[] {
  return type === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name];
}
