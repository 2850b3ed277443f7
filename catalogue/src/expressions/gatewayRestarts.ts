import { SCRAPE_JOB } from '../identity.js';
import { exporters } from '../metrics/exporters.js';

/** How often gateways were started anew within a window, by their targets. @param window a PromQL duration */
export function gatewayRestarts(window: string): string {
  return `changes(${exporters.processStart.name}{job="${SCRAPE_JOB}"}[${window}])`;
}
