import { expect, test } from '@grafana/plugin-e2e';
import { CostsPage } from './pages/CostsPage';
import { readCosts, sendTraffic } from './support/gateway';

/** Whole nano-dollars as the page writes them in full. */
const exact = (nanoUsd: number) => `$${(nanoUsd / 1e9).toFixed(9)}`;

test('has the figures of the ledger, drills down to what they are made of, and back', async ({ page }) => {
  test.setTimeout(120_000);
  const from = Date.now();
  await sendTraffic(2);
  const to = Date.now();
  const teams = await readCosts(from, to, 'group_by=team');
  expect(teams.totals.cost_nano_usd).toBeGreaterThan(0);

  const costs = new CostsPage(page);
  await costs.goto({ from, to });
  await expect(costs.drill('platform')).toBeVisible();
  expect(await costs.amountOf('Total')).toBe(exact(teams.totals.cost_nano_usd));

  await costs.drill('platform').click();
  await costs.drill('demo').click();
  await expect(page).toHaveURL(/filter=team%3Dplatform&filter=key%3Ddemo/);
  const models = await readCosts(from, to, 'group_by=model&team=platform&key=demo');
  for (const { model, cost_nano_usd: cost } of models.groups) {
    await expect(costs.drill(model)).toBeVisible();
    expect(await costs.amountOf(model)).toBe(exact(cost));
  }
  await page.getByRole('button', { name: 'Remove the filter Key' }).click();
  await expect(costs.drill('demo')).toBeVisible();
  await page.getByRole('button', { name: 'All costs' }).click();
  await expect(costs.drill('platform')).toBeVisible();
});

test('sets what was before beside what is, and goes on in Explore', async ({ page }) => {
  const began = Date.now();
  await sendTraffic(1);
  const from = Date.now();
  await sendTraffic(1);
  // As long as what it is compared with, also where the second half was quicker.
  const to = Math.max(Date.now(), 2 * from - began);
  const before = await readCosts(2 * from - to, from, 'group_by=team');
  expect(before.totals.cost_nano_usd).toBeGreaterThan(0);

  const costs = new CostsPage(page);
  await costs.goto({ from, to }, { compareWith: '__previousPeriod' });
  const table = costs.table('Costs told apart');
  await expect(table.getByRole('columnheader', { name: 'Cost before' })).toBeVisible();
  const total = table.getByRole('row').filter({ hasText: 'Total' });
  // The second of its amounts: the same traffic may cost the same.
  await expect(total.locator('[title^="$"]').nth(1)).toHaveAttribute('title', exact(before.totals.cost_nano_usd));
  await expect(total).toContainText(/[+−±]\d+(\.\d)? %/);

  await page.getByRole('region', { name: 'Cost by team' }).getByRole('link', { name: 'Explore' }).click();
  await expect(page).toHaveURL(/\/explore/);
  await expect(page.getByRole('cell', { name: 'platform', exact: true })).toBeVisible();
});

test('bills what the ledger says, on the page and in the file', async ({ page }) => {
  const from = Date.now();
  await sendTraffic(1);
  const to = Date.now();
  const { totals } = await readCosts(from, to, 'group_by=team');

  const costs = new CostsPage(page);
  await costs.goto({ from, to }, { view: 'chargeback' });
  const total = costs.table('Chargeback').getByRole('row').filter({ hasText: 'Total' });
  await expect(total).toContainText(exact(totals.cost_nano_usd));

  const [head, ...lines] = await costs.file();
  expect(head!.slice(0, 6)).toEqual(['month', 'team', 'key', 'model', 'provider', 'cost_usd']);
  const nano = lines.reduce((sum, line) => sum + BigInt(line[5]!.replace('.', '')), 0n);
  expect(nano).toBe(BigInt(totals.cost_nano_usd));
});

test('prices what was used with another model', async ({ page }) => {
  const from = Date.now();
  await sendTraffic(1);
  const to = Date.now();
  const { totals } = await readCosts(from, to, 'group_by=team');
  const costs = new CostsPage(page);
  await costs.goto({ from, to }, { view: 'what-if', 'to-provider': 'anthropic', 'to-model': 'claude-opus-4-1' });
  await expect(costs.table('What if').getByRole('row')).not.toHaveCount(0);
  const [did, would] = await page.getByRole('definition').locator('[title^="$"]').all();
  expect(await did!.getAttribute('title')).toBe(exact(totals.cost_nano_usd));
  expect(await would!.getAttribute('title')).not.toBe(exact(totals.cost_nano_usd));
});

test('shows where budgets stand, and how one got there', async ({ page }) => {
  await sendTraffic(1);
  const costs = new CostsPage(page);
  await costs.goto({ from: 'now/M', to: 'now' }, { view: 'budgets' });
  await expect(costs.table('Budgets')).toContainText('platform-month');
  await expect(page.getByTestId('data-testid Panel header Burn-down')).toContainText('Left if spent evenly');
});

test('says that there was nothing', async ({ page }) => {
  const costs = new CostsPage(page);
  await costs.goto({ from: 'now-2y', to: 'now-1y' });
  await expect(page.getByText('it had no requests in this time range')).toBeVisible();
  await expect(page.getByText('No requests in this time range.')).toBeVisible();
  await expect(page.getByText('No data')).toHaveCount(0);
});

for (const theme of ['dark', 'light'] as const) {
  for (const width of [1280, 1920]) {
    test(`looks right in ${theme}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 2000 });
      const costs = new CostsPage(page);
      await costs.goto({ from: 'now/M', to: 'now' }, { theme });
      for (const view of ['Spend', 'Budgets', 'What if', 'Chargeback'] as const) {
        await costs.show(view);
        await page.waitForLoadState('networkidle');
        const name = view.toLowerCase().replace(' ', '-');
        await page.screenshot({ path: `test-results/screens/costs-${name}-${theme}-${width}.png` });
        // Nothing may stick out to the right of the page.
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}
