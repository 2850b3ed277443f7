import { SCRAPE_JOB } from '../identity.js';
import { exporters } from '../metrics/exporters.js';

/** When each gateway's process was started, in epoch seconds. */
export function gatewayStarts(): string {
  return `${exporters.processStart.name}{job="${SCRAPE_JOB}"}`;
}
