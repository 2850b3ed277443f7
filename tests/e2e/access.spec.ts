import { expect, test } from '@grafana/plugin-e2e';
import { OverviewPage } from './pages/OverviewPage';

const VIEWER = { login: 'e2e-viewer', password: 'e2e-viewer-secret' };

test.describe('a viewer', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test.beforeEach(async ({ page, request, user }) => {
    const admin = Buffer.from(`${user!.user}:${user!.password}`).toString('base64');
    // 412: it is there from an earlier run.
    const created = await request.post('/api/admin/users', {
      headers: { authorization: `Basic ${admin}` },
      data: { name: 'Viewer', ...VIEWER },
    });
    expect([200, 412]).toContain(created.status());
    await page.request.post('/login', { data: { user: VIEWER.login, password: VIEWER.password } });
  });

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
