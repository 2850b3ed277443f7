import { expect, test } from '@grafana/plugin-e2e';
import { OverviewPage } from './pages/OverviewPage';
import { becomeViewer } from './support/viewer';

test.describe('a viewer', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test.beforeEach(({ page, user }) => becomeViewer(page.request, user as { user: string; password: string }));

  test('sees the overview, and no way into the configuration', async ({ page }) => {
    await new OverviewPage(page).goto({ from: 'now-15m', to: 'now' });
    await expect(page.getByRole('link', { name: 'Configuration' })).toHaveCount(0);
    await page.goto('/a/llmgateway-app/configuration');
    await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  });

  test('cannot save the settings', async ({ page }) => {
    const response = await page.request.post('/api/plugins/llmgateway-app/settings', { data: { enabled: false } });
    expect(response.status()).toBe(403);
  });
});
