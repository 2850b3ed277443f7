import { judgeScrape } from './scrape';

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
