import { gatewayStarts } from './gatewayStarts.js';

/** How often gateways were started anew within a window, by their targets. @param window a PromQL duration */
export function gatewayRestarts(window: string): string {
  return `changes(${gatewayStarts()}[${window}])`;
}
