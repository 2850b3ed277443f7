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

test('says how the whole is, and leads from a provider’s card to the provider', async ({ page }) => {
  const overview = new OverviewPage(page);
  await overview.goto(LAST_QUARTER);
  await expect(overview.status).toContainText(/Providers up\s*\d+ \/ \d+/);
  const card = overview.card('sim-openai');
  await expect(card.getByRole('definition').last()).toContainText('$');
  await card.getByRole('link', { name: 'sim-openai' }).click();
  await expect(page).toHaveURL(/\/providers\/provider\?/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
    provider: 'sim-openai',
    from: 'now-15m',
    'var-gateway': 'llm-gateway',
  });
});

test('copies a panel’s PromQL, and makes an alert rule of it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const overview = new OverviewPage(page);
  await overview.goto(LAST_QUARTER);

  const items = await overview.openMenu('Request rate');
  await expect(items).toHaveText(['Explore', 'Copy PromQL', 'Create alert']);
  // It is said for two seconds only.
  await Promise.all([
    page.getByText('PromQL copied to the clipboard').waitFor(),
    items.filter({ hasText: 'Copy PromQL' }).click(),
  ]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /rate\(llm_gateway_requests_total\[\d+s\]\)/
  );

  await (await overview.openMenu('Request rate')).filter({ hasText: 'Create alert' }).click();
  await expect(page.getByRole('textbox', { name: 'name', exact: true })).toHaveValue('Request rate');
  await expect(page.getByPlaceholder('LLM Gateway Prometheus')).toBeVisible();
});

test('goes to Explore with a panel’s question, and back again', async ({ page }) => {
  const overview = new OverviewPage(page);
  await overview.goto(LAST_QUARTER);
  await (await overview.openMenu('Usage by model')).filter({ hasText: 'Explore' }).click();
  await expect(page).toHaveURL(/\/explore\?/);
  await expect(page.getByRole('columnheader', { name: 'Requests', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open in LLM Gateway' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
  // It asks for cost.
  await expect(page).toHaveURL(/\/costs\?from=now-15m&to=now&var-gateway=llm-gateway/);
});

test('marks events on the graphs as the address says', async ({ page }) => {
  const overview = new OverviewPage(page);
  await overview.goto(LAST_QUARTER);
  await page.getByRole('button', { name: /^Events: 5 of 6/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Configuration reloads' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Fallbacks' }).click();
  await expect(page).toHaveURL(/events=alerts(,|%2C)breaker(,|%2C)budget(,|%2C)dependency(,|%2C)fallback/);
  await page.reload();
  await page.getByRole('button', { name: /^Events: 5 of 6/ }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Configuration reloads' })).not.toBeChecked();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Fallbacks' })).toBeChecked();
});

test('compares with the previous period', async ({ page }) => {
  const overview = new OverviewPage(page);
  await overview.goto({ from: 'now-2m', to: 'now' }, 'dark', { compareWith: '__previousPeriod' });
  await expect(page.getByRole('button', { name: 'Comparison: Previous period' })).toBeVisible();
  await expect(overview.content('Request rate')).toContainText(/%, before: [\d.]+ req\/s/, { timeout: SCRAPED });
  await expect(page).toHaveURL(/compareWith=__previousPeriod/);
});

test('leads from a point on the latency graph to its request', async ({ page }) => {
  const overview = new OverviewPage(page);
  await overview.goto(LAST_QUARTER);
  await overview.panel('Latency').scrollIntoViewIfNeeded();
  const points = overview.panel('Latency').getByTestId('data-testid Exemplar marker');
  await expect(points).not.toHaveCount(0, { timeout: SCRAPED });
  await points.first().click({ force: true });
  const link = page.getByRole('link', { name: 'Open request' });
  await expect(link).toHaveAttribute('href', /\/requests\?request=req_[\w-]+&from=/);
});

test('is left and found again by keyboard', async ({ page }) => {
  await new OverviewPage(page).goto(LAST_QUARTER);
  await page.keyboard.type('l?');
  await expect(page.getByRole('dialog', { name: /Keyboard shortcuts/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('la');
  await expect(page).toHaveURL(/\/alerts\?.*var-gateway=llm-gateway/);
  await page.keyboard.type('lo');
  await expect(page).toHaveURL(/\/overview\?/);
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
