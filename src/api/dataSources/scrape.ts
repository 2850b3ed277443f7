import { gatewayBuilds, gatewayUp } from '@llm-gateway/catalogue';

/** The two questions that tell whether a Prometheus scrapes the gateway. */
export const SCRAPE_QUESTIONS = { targets: gatewayUp(), gateways: gatewayBuilds() };

/**
 * - `scraped`: all is well
 * - `down`: there is such a scrape job, and none of its targets answers
 * - `other-job`: metrics arrive under another job name, so panels work and the alert rule on the job does not
 * - `not-scraped`: this Prometheus knows nothing of a gateway
 */
export type Scrape = 'scraped' | 'down' | 'other-job' | 'not-scraped';

/** Judges the answers to {@link SCRAPE_QUESTIONS}: the values of their series. */
export function judgeScrape({ targets, gateways }: Record<keyof typeof SCRAPE_QUESTIONS, number[]>): Scrape {
  if (targets.some((up) => up === 1)) {
    return 'scraped';
  }
  if (targets.length > 0) {
    return 'down';
  }
  return gateways.length > 0 ? 'other-job' : 'not-scraped';
}
