import { SCRAPE_JOB } from '../identity.js';
import { type Matchers, selector } from './selector.js';

/** 1 for each gateway that Prometheus reaches and 0 for each it does not; no series when it does not scrape any. */
export function gatewayUp(matchers?: Matchers): string {
  return matchers === undefined ? `up{job="${SCRAPE_JOB}"}` : `up${selector({ job: SCRAPE_JOB, ...matchers })}`;
}
