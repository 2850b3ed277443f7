import { expect, test } from '@grafana/plugin-e2e';
import { ConfigurationPage } from './pages/ConfigurationPage';

test('tests both data sources', async ({ page }) => {
  const configuration = new ConfigurationPage(page);
  await configuration.goto();
  await configuration.test('LLM Gateway');
  await expect(configuration.outcome('The gateway answers')).toBeVisible();
  await configuration.test('Prometheus');
  await expect(configuration.outcome('Prometheus scrapes the gateway')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/configuration.png' });
});

test('saves, and the pages go on without a reload', async ({ page }) => {
  const configuration = new ConfigurationPage(page);
  await configuration.goto();
  await configuration.saveButton.click();
  await expect(configuration.outcome('Saved')).toBeVisible();
  await page.getByRole('link', { name: 'LLM Gateway' }).first().click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});

test('is also a tab of the plugin’s page', async ({ page }) => {
  const configuration = new ConfigurationPage(page);
  await configuration.gotoPluginTab();
  await configuration.test('LLM Gateway');
  await expect(configuration.outcome('The gateway answers')).toBeVisible();
});
