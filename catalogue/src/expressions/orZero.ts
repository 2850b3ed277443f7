import { gatewayBuilds } from './gatewayBuilds.js';
import type { Matchers } from './selector.js';

/**
 * An expression without labels that is 0, not absent, until its first request has been counted; still absent where no
 * gateway is scraped, as nothing is known there. `matchers` are of the gateways.
 */
export function orZero(expression: string, matchers?: Matchers): string {
  return `${expression} or 0 * max (${gatewayBuilds(matchers)})`;
}
