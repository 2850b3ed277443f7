import type { RoutePlan } from '../routing/routePlan.js';
import type { Router } from '../routing/router.js';
import type { ChatRequest } from './request.js';

/**
 * Fourth stage: plans which deployments are asked, in which order, and what happens when they fail.
 * @throws GatewayError 404 for a model that is not configured.
 */
export function route({ parameters, principal, attribution, fallbacks }: ChatRequest, router: Router): RoutePlan {
  return router.plan({ model: parameters.model, key: principal.key, user: attribution.user, fallbacks });
}
