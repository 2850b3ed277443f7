import { gatewayBuilds } from './gatewayBuilds.js';

/**
 * An expression without labels that is 0, not absent, until its first request has been counted; still absent where no
 * gateway is scraped, as nothing is known there.
 */
export function orZero(expression: string): string {
  return `${expression} or 0 * max (${gatewayBuilds()})`;
}
