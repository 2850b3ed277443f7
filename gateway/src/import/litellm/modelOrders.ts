import type { KeyPath } from '../../config/document.js';
import type { ReadDeployment } from './deployments.js';
import type { ImportParts } from './draft.js';
import { asNumber } from './values.js';

/** Those without an order come last; LiteLLM never calls them beside others that have one. */
export function orderOf({ params }: ReadDeployment): number {
  return asNumber(params['order']) ?? Infinity;
}

/** Says where deployments of each order stand. @param firstModel index of the model with the first of them */
export function tellOrders(
  reads: readonly ReadDeployment[],
  orders: readonly number[],
  firstModel: number,
  { account }: ImportParts
): void {
  for (const read of reads) {
    if (asNumber(read.params['order']) === undefined) {
      continue;
    }
    const path: KeyPath = [...read.path, 'litellm_params', 'order'];
    const tier = orders.indexOf(orderOf(read));
    if (orders.length === 1) {
      account.builtIn(path, 'all deployments of the model have the same');
    } else if (tier === 0) {
      account.kept(path, `models[${firstModel}].deployments`, 'those of a higher order are fallbacks');
    } else {
      account.kept(path, `models[${firstModel + tier}]`, 'a model of its own, which the first falls back to');
    }
  }
}
