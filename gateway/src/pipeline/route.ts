import type { RoutePlan } from '../routing/routePlan.js';
import type { Router } from '../routing/router.js';
import type { ParsedRequest } from './request.js';

/**
 * Fourth stage: plans which deployments are asked, in which order, and what happens when they fail.
 * @throws GatewayError 404 for a model that is not configured, 400 for one that cannot do what is asked.
 */
export function route(
  { operation, parameters, principal, attribution, fallbacks }: ParsedRequest,
  router: Router
): RoutePlan {
  return router.plan({ model: parameters.model, key: principal.key, user: attribution.user, fallbacks, operation });
}
