import type { Deployment } from './deployment.js';

/**
 * Orders deployments by a weighted draw without replacement: the first is chosen in proportion to its weight, the
 * others stand by in case it fails. A weight of 0 is never chosen.
 */
export function weightedOrder(
  deployments: readonly Deployment[],
  random: () => number = Math.random
): readonly Deployment[] {
  if (deployments.length === 1) {
    return deployments;
  }
  const left = deployments.filter(({ weight }) => weight > 0);
  const order: Deployment[] = [];
  while (left.length > 0) {
    let point = random() * left.reduce((sum, { weight }) => sum + weight, 0);
    const at = left.findIndex(({ weight }) => (point -= weight) < 0);
    order.push(...left.splice(at === -1 ? left.length - 1 : at, 1));
  }
  return order;
}
