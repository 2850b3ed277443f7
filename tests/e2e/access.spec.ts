import { expect, test } from '@grafana/plugin-e2e';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { KeysPage } from './pages/KeysPage';
import { OverviewPage } from './pages/OverviewPage';
import { become } from './support/role';

const RESOURCES = '/api/datasources/uid/llm-gateway/resources';
const CHANGES: Array<['post' | 'put' | 'patch' | 'delete', string, object?]> = [
  ['post', 'keys', { name: 'not-mine' }],
  ['post', 'keys/demo/rotate'],
  ['delete', 'keys/demo'],
  ['put', 'models/gpt-4o', { deployments: [] }],
  ['post', 'providers/sim-openai/test', { type: 'openai', base_url: 'http://127.0.0.1:9' }],
  ['post', 'config/reload'],
];

for (const role of ['Viewer', 'Editor'] as const) {
  test.describe(`a user with the role ${role}`, () => {
    test.use({ storageState: { cookies: [], origins: [] } });

    test.beforeEach(({ page, user }) => become(role, page.request, user as { user: string; password: string }));

    test('looks at everything and is offered no change', async ({ page }) => {
      await new OverviewPage(page).goto({ from: 'now-15m', to: 'now' });

      const configuration = new ConfigurationPage(page);
      await configuration.gotoTab('providers');
      await expect(page).toHaveURL(/configuration/);
      await expect(configuration.readOnlyNote).toBeVisible();
      await expect(page.getByRole('tab', { name: 'First steps' })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Add provider' })).toHaveCount(0);
      await configuration.openProvider('sim-openai');
      await expect(configuration.drawer.getByRole('button', { name: 'Test provider' })).toHaveCount(
        role === 'Editor' ? 1 : 0
      );
      await expect(configuration.drawer.getByRole('button', { name: 'Edit' })).toHaveCount(0);

      const keys = new KeysPage(page);
      await keys.goto();
      await keys.open('demo');
      await expect(keys.newKeyButton).toHaveCount(0);
      await expect(keys.drawer.getByRole('button', { name: 'Add budget' })).toHaveCount(0);
    });

    test('is refused every change by the API', async ({ page }) => {
      for (const [method, path, data] of CHANGES) {
        const response = await page.request[method](`${RESOURCES}/${path}`, { data });
        expect(response.status(), `${method} ${path}`).toBe(403);
      }
      const settings = await page.request.post('/api/plugins/llmgateway-app/settings', { data: { enabled: false } });
      expect(settings.status()).toBe(403);
    });
  });
}
