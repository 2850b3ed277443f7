import { SCRAPE_JOB } from '../identity.js';

/** 1 for each gateway that Prometheus reaches and 0 for each it does not; no series when it does not scrape any. */
export function gatewayUp(): string {
  return `up{job="${SCRAPE_JOB}"}`;
}
