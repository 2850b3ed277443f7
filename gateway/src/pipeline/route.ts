import type { Deployment, ModelGroup } from '../routing/deployment.js';
import { weightedOrder } from '../routing/weighted.js';
import { GatewayError } from '../errors/gatewayError.js';

export type ModelGroups = ReadonlyMap<string, ModelGroup>;

/**
 * Fourth stage: the deployments to try, in order; those of the model asked for first, then those of its fallbacks.
 * @throws GatewayError 404 for a model that is not configured.
 */
export function route(model: string, groups: ModelGroups): readonly Deployment[] {
  const group = groups.get(model);
  if (group === undefined) {
    throw new GatewayError(`The model "${model}" does not exist here. GET /v1/models lists those that do.`, {
      status: 404,
      type: 'not_found_error',
      code: 'model_not_found',
      param: 'model',
    });
  }
  if (group.fallbacks.length === 0) {
    return weightedOrder(group.deployments);
  }
  const chain = [group, ...group.fallbacks.flatMap((name) => groups.get(name) ?? [])];
  return chain.flatMap(({ deployments }) => weightedOrder(deployments));
}
