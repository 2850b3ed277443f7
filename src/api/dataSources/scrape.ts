import { gatewayBuilds, gatewayUp } from '@llm-gateway/catalogue';

/** The two questions that tell whether a Prometheus scrapes the gateway. */
export const SCRAPE_QUESTIONS = { targets: gatewayUp(), gateways: gatewayBuilds() };

/**
 * - `scraped`: all is well
 * - `down`: there is such a scrape job, and none of its targets answers
 * - `other-job`: metrics arrive under another job name, so panels work and the alert rule on the job does not
 * - `starting`: nothing has come yet, and need not have: the gateway has just started
 * - `not-scraped`: this Prometheus knows nothing of a gateway
 */
export type Scrape = 'scraped' | 'down' | 'other-job' | 'starting' | 'not-scraped';

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

/** However long the interval: by then something is wrong. */
const LONGEST_WAIT_MS = 150_000;
/** What the clocks of the browser and of the gateway may differ by. */
const CLOCK_MS = 5_000;

/** Whether the first scrape of a gateway may still be under way: Prometheus may have come just before, and once in vain. */
export function isStarting({
  startedAt,
  now,
  intervalMs,
}: {
  startedAt: number;
  now: number;
  intervalMs: number;
}): boolean {
  const age = now - startedAt;
  return age >= -CLOCK_MS && age <= Math.min(2 * intervalMs + CLOCK_MS, LONGEST_WAIT_MS);
}
