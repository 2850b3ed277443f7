import { expect, test } from '@grafana/plugin-e2e';
import { RequestsPage } from './pages/RequestsPage';
import { chat, listModels, sendTraffic } from './support/gateway';
import { beginOutage, endOutage, simulatedProviders } from './support/simulator';

let failed: string;

test.beforeAll(async () => {
  const [model] = await sendTraffic(2);
  const providers = await simulatedProviders();
  await Promise.all(providers.map(beginOutage));
  try {
    failed = await chat(model!, { stream: false });
  } finally {
    await Promise.all(providers.map(endOutage));
  }
});

test('from all requests to the attempts of one that failed', async ({ page }) => {
  const requests = new RequestsPage(page);
  await requests.goto();
  await expect(requests.rows).not.toHaveCount(0);
  await requests.filterBy('Status', 'error');
  await expect(page).toHaveURL(/[?&]status=error(&|$)/);
  await expect(requests.rows.filter({ hasText: 'success' })).toHaveCount(0);
  await requests.request(failed).click();
  await expect(page).toHaveURL(new RegExp(`[?&]request=${failed}(&|$)`));
  const attempts = requests.section('Attempts').getByRole('listitem');
  await expect(attempts.first()).toContainText('upstream_error');
  await expect(attempts.first()).toContainText('began at');
  expect(await attempts.count()).toBeGreaterThan(1);
  await expect(requests.drawer.getByRole('alert')).toContainText('The provider failed.');
  await page.goBack();
  await expect(requests.drawer).toHaveCount(0);
  await expect(page).toHaveURL(/[?&]status=error(&|$)/);
});

test('a row appears in an open pane when a request ends', async ({ page }) => {
  const [model] = await listModels();
  const requests = new RequestsPage(page);
  // Refreshed so seldom that it can only have come by the stream.
  await requests.goto({ live: 'true', refresh: '1h' });
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  const id = await chat(model!, { stream: true });
  await expect(requests.request(id)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  const held = await chat(model!, { stream: false });
  await page.getByRole('button', { name: /^Resume \([1-9]\d* new\)$/ }).click();
  await expect(requests.request(held)).toBeVisible();
});

test('a link leads to one request, wherever the table is', async ({ page }) => {
  const requests = new RequestsPage(page);
  await requests.goto({ from: 'now-2d', to: 'now-1d', request: failed });
  await expect(requests.section('Timings')).toContainText('Total');
  await expect(requests.section('Headers of the answer')).toContainText(failed);
  await requests.goto({ request: 'req_00000000-0000-7000-8000-000000000000' });
  await expect(requests.drawer.getByText('There is no such request')).toBeVisible();
});

for (const [theme, width] of [
  ['dark', 1280],
  ['light', 1920],
] as const) {
  test(`looks right in ${theme}, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1400 });
    const requests = new RequestsPage(page);
    await requests.goto({ theme });
    await expect(requests.rows).not.toHaveCount(0);
    await page.screenshot({ path: `test-results/screens/requests-${theme}-${width}.png` });
    // Nothing may stick out to the right of the page.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await requests.goto({ theme, request: failed });
    await expect(requests.section('Attempts')).toBeVisible();
    await page.screenshot({ path: `test-results/screens/requests-drawer-${theme}-${width}.png` });
  });
}
