import { expect, test } from '@grafana/plugin-e2e';
import { seriousFaults } from './support/accessibility';
import { sendTraffic } from './support/gateway';

/** Each page of the app, and something that stands on it once it is there. */
const PAGES = [
  { path: 'overview', title: 'Overview' },
  { path: 'providers', title: 'Providers' },
  { path: 'costs', title: 'Costs' },
  { path: 'requests', title: 'Requests' },
  { path: 'keys', title: 'Keys and teams' },
  { path: 'alerts', title: 'Alerts' },
  { path: 'alerts?tab=drill', title: 'Alerts' },
  { path: 'configuration', title: 'Configuration' },
] as const;

const RANGES = [
  { data: 'with data', query: 'from=now-1h&to=now' },
  { data: 'without data', query: 'from=now-2y&to=now-1y' },
] as const;

test.beforeAll(() => sendTraffic(2));

for (const { path, title } of PAGES) {
  for (const { data, query } of RANGES) {
    test(`${path}, ${data}, has no error and can be used by everybody`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(`/a/llmgateway-app/${path}${path.includes('?') ? '&' : '?'}${query}`);
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible({ timeout: 30_000 });
      await page.waitForLoadState('networkidle');
      const name = `${path.replace(/\W+/g, '-')}-${data.replace(' ', '-')}`;
      await page.screenshot({ path: `test-results/screens/${name}.png` });

      expect(errors).toEqual([]);
      await expect(page.getByText('No data', { exact: true })).toHaveCount(0);
      expect(await seriousFaults(page)).toEqual([]);
      // Nothing may stick out to the right of the page.
      const width = page.viewportSize()?.width ?? 0;
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
