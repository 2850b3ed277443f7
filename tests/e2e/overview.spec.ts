import { expect, test } from '@grafana/plugin-e2e';
import { GRAPHS, OverviewPage, TILES } from './pages/OverviewPage';
import { readUsage, sendTraffic } from './support/gateway';

const LAST_QUARTER = { from: 'now-15m', to: 'now' };

/** Prometheus scrapes every 10 s. */
const SCRAPE = 10_000;
const SCRAPED = 6 * SCRAPE;

test('shows the traffic', async ({ page }) => {
  test.setTimeout(180_000);
  // A counter that Prometheus first sees at 4 has not risen for it: only what comes after counts in a rate.
  await sendTraffic(4);
  await page.waitForTimeout(2 * SCRAPE);
  const models = await sendTraffic(4);
  const overview = new OverviewPage(page);
  await overview.goto(LAST_QUARTER);

  for (const title of TILES) {
    await expect(overview.content(title), title).toContainText(/\d/, { timeout: SCRAPED });
  }
  for (const title of GRAPHS) {
    await expect(overview.legend(title), title).not.toHaveCount(0, { timeout: SCRAPED });
  }
  for (const model of models) {
    await expect(overview.panel('Usage by model')).toContainText(model);
    await expect(overview.legend('Requests by model').filter({ hasText: model })).not.toHaveCount(0);
  }
  await expect(page.getByText('No data')).toHaveCount(0);
  await expect(page.getByText(/in this time range$/)).toHaveCount(0);
});

test('shows the same figures as the ledger', async ({ page }) => {
  const from = Date.now();
  await sendTraffic(3);
  const to = Date.now();
  const usage = await readUsage(from, to);
  expect(usage.totals.requests).toBeGreaterThan(0);

  const overview = new OverviewPage(page);
  await overview.goto({ from, to });
  const shown = (await overview.usageRows()).map(([model, ...figures]) => [model, ...figures.slice(0, 4)]);

  const count = (figure: number) => figure.toLocaleString('en-US');
  const expected = usage.groups.map(({ model, requests, errors, input_tokens, output_tokens }) => [
    model,
    ...[requests, errors, input_tokens, output_tokens].map(count),
  ]);
  expect(shown.sort()).toEqual(expected.sort());
});

test('keeps time range, refresh and both data sources in the URL', async ({ page }) => {
  await new OverviewPage(page).goto(LAST_QUARTER);
  await expect(page).toHaveURL(/var-gateway=llm-gateway(&|$)/);
  const query = new URL(page.url()).searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    from: 'now-15m',
    to: 'now',
    refresh: '10s',
    'var-gateway': 'llm-gateway',
    'var-prometheus': 'llm-gateway-prometheus',
  });
});

test('says how to make the first request when there was none', async ({ page }) => {
  await new OverviewPage(page).goto({ from: 'now-2y', to: 'now-1y' });
  await expect(page.getByText('it had no requests in this time range')).toBeVisible();
  await expect(page.getByText('/v1/chat/completions')).toBeVisible();
  await expect(page.getByText('No data')).toHaveCount(0);
});

for (const theme of ['dark', 'light'] as const) {
  for (const [width, height] of [
    [1280, 2400],
    [1920, 1700],
  ] as const) {
    test(`looks right in ${theme}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const overview = new OverviewPage(page);
      await overview.goto(LAST_QUARTER, theme);
      await expect(overview.legend('Cost over time')).not.toHaveCount(0);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `test-results/screens/overview-${theme}-${width}.png` });
      // Nothing may stick out to the right of the page.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
