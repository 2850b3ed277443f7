import type { Candidate, Strategy } from './strategy.js';

/**
 * A weighted draw without replacement: each place is drawn in proportion to the weights that are left. A weight of 0
 * is never chosen.
 */
export const weighted: Strategy = (candidates, random) => {
  if (candidates.length === 1) {
    return candidates;
  }
  const left = candidates.filter(({ deployment }) => deployment.weight > 0);
  const order: Candidate[] = [];
  while (left.length > 0) {
    let point = random() * left.reduce((sum, { deployment }) => sum + deployment.weight, 0);
    const at = left.findIndex(({ deployment }) => (point -= deployment.weight) < 0);
    order.push(...left.splice(at === -1 ? left.length - 1 : at, 1));
  }
  return order;
};
