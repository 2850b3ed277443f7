import { expect, test } from '@grafana/plugin-e2e';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { withEmptyOrganisation } from './support/emptyOrganisation';
import { environment } from './support/environment';
import { answeredBy, chat, listModels } from './support/gateway';
import { withModelOfTwoProviders } from './support/throwAwayModel';

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

test('a provider is added, tested, given another secret and removed', async ({ page }) => {
  const name = `e2e-${Date.now()}`;
  const configuration = new ConfigurationPage(page);
  await configuration.gotoTab('providers');
  await configuration.addProvider(name, {
    type: 'OpenAI-compatible',
    url: `${environment.gatewayUrl()}/v1`,
    key: 'sk-wrong-0123456789-aaaa',
  });

  await configuration.openProvider(name);
  await configuration.drawer.getByRole('button', { name: 'Test provider' }).click();
  await expect(configuration.outcome(/The provider answered 401 in \d+ ms/)).toBeVisible();

  await configuration.drawer.getByRole('button', { name: 'Edit' }).click();
  const secret = configuration.drawer.getByLabel('API key');
  await expect(secret).toBeDisabled();
  await expect(secret).toHaveValue('configured');
  await configuration.drawer.getByRole('button', { name: 'Reset' }).click();
  await secret.fill(environment.gatewayKey());
  await configuration.drawer.getByRole('button', { name: 'Save provider' }).click();
  await expect(configuration.drawer).toContainText(`ends with ${environment.gatewayKey().slice(-4)}`);
  await expect(page.getByText(environment.gatewayKey())).toHaveCount(0);
  await configuration.drawer.getByRole('button', { name: 'Test provider' }).click();
  await expect(configuration.outcome(/The provider answered in \d+ ms/)).toBeVisible();

  await configuration.drawer.getByRole('button', { name: 'Remove' }).click();
  const confirmation = page.getByRole('dialog', { name: `Remove the provider ${name}` });
  await confirmation.getByPlaceholder(`Type "${name}" to confirm`).fill(name);
  await confirmation.getByRole('button', { name: 'Remove' }).click();
  await expect(configuration.provider(name)).toHaveCount(0);
});

test('requests leave a provider that is disabled, are refused when nothing is left, and come back', async ({
  page,
}) => {
  const model = `e2e-${Date.now()}`;
  const [first, second] = [`${model}-a`, `${model}-b`];
  const configuration = new ConfigurationPage(page);
  await withModelOfTwoProviders(model, [first, second], async () => {
    await configuration.gotoTab('providers');
    await configuration.openProvider(first);
    await configuration.turn(first, 'Disable');
    await expect(configuration.drawer).toContainText('Disabled');
    for (let request = 0; request < 5; request++) {
      expect(await answeredBy(model)).toBe(second);
    }

    await configuration.closeDrawer();
    await configuration.openProvider(second);
    await configuration.turn(second, 'Disable');
    expect(await answeredBy(model)).toBe('503 model_disabled');

    await configuration.turn(second, 'Enable');
    expect(await answeredBy(model)).toBe(second);

    await configuration.closeDrawer();
    await page.getByRole('tab', { name: 'Audit log' }).click();
    const change = page.getByRole('row').filter({ hasText: second }).first();
    await expect(change).toContainText('enabled: false → true');
    await expect(change).toContainText('admin');
    await page.screenshot({ path: 'test-results/screens/audit-log.png' });
  });
});

test('a newcomer connects a gateway in an organisation without data sources, installs dashboards and sees requests', async ({
  page,
}) => {
  await withEmptyOrganisation(page.request, async () => {
    const configuration = new ConfigurationPage(page);
    await configuration.goto();
    const connect = configuration.step('1. Connect the gateway');
    await connect.getByRole('button', { name: 'Connect a gateway' }).click();
    await connect.getByLabel('Address of the gateway').fill(environment.gatewayUrl());
    await connect.getByLabel('Admin token').fill(environment.adminToken());
    await connect.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(connect.getByRole('img', { name: 'Done' })).toBeVisible({ timeout: 20_000 });

    await configuration.saveButton.click();
    await expect(configuration.outcome('Saved')).toBeVisible();

    const dashboards = configuration.step('3. Dashboards and alerts');
    await dashboards.getByRole('button', { name: 'Install dashboards' }).click();
    await expect(dashboards.getByRole('img', { name: 'Done' })).toBeVisible({ timeout: 20_000 });

    const model = (await listModels())[0]!;
    await chat(model, { stream: false });
    await expect(configuration.step('4. See a first request').getByRole('img', { name: 'Done' })).toBeVisible({
      timeout: 15_000,
    });
  });
});
