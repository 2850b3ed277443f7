import { isStarting, judgeScrape } from './scrape';

it.each([
  ['scraped', [1], [1]],
  ['scraped', [0, 1], []],
  ['down', [0], []],
  // Right after a gateway went down its metrics are still there: the target's own state decides.
  ['down', [0], [1]],
  ['other-job', [], [1]],
  ['not-scraped', [], []],
])('is %s when targets are %p and gateways %p', (scrape, targets, gateways) => {
  expect(judgeScrape({ targets, gateways })).toBe(scrape);
});

it.each([
  [0, 15_000, true],
  [30_000, 15_000, true],
  [40_000, 15_000, false],
  // Its clock may be ahead of the browser's, a little.
  [-3_000, 15_000, true],
  [-60_000, 15_000, false],
  [120_000, 60_000, true],
  [151_000, 3_600_000, false],
])('a gateway that started %d ms ago, scraped every %d ms, is starting: %p', (age, intervalMs, starting) => {
  expect(isStarting({ startedAt: 1_000_000, now: 1_000_000 + age, intervalMs })).toBe(starting);
});
