import { scrapeFamilies } from '../metrics/exporters/scrape.js';
import { SCRAPE_JOB } from '../identity.js';
import { type Matchers, selector } from './selector.js';

/** Seconds since each gateway started. */
export function uptime(matchers: Matchers = {}): string {
  return `time() - ${scrapeFamilies.processStart.name}${selector({ job: SCRAPE_JOB, ...matchers })}`;
}
