import { expect, test } from '@grafana/plugin-e2e';
import { AlertsPage } from './pages/AlertsPage';
import { readAlertEvents } from './support/gateway';
import { endOutage } from './support/simulator';

/** A scrape, an evaluation, a minute of patience, another evaluation, a minute until the group is told again. */
const WITHIN = 200_000;

test.describe('a threshold', () => {
  const RULE = 'LLMGatewayEventLoopLag';
  test.describe.configure({ timeout: 2 * WITHIN });

  test('that is edited is in force: the alert fires, and is over when the threshold is reset', async ({ page }) => {
    const alerts = new AlertsPage(page);
    await alerts.goto(RULE);
    await expect(alerts.rule(RULE)).toContainText('> 0.25 s for 5m');

    await alerts.changeCondition(RULE, '0.000001', '0s');
    try {
      await expect(alerts.rule(RULE)).toContainText('> 0.000001 s for 0s');
      await expect(alerts.rule(RULE)).toContainText('Own threshold');
      await expect(alerts.rule(RULE)).toContainText('Firing', { timeout: WITHIN });
      await page.screenshot({ path: 'test-results/screens/alerts-own-threshold.png' });
    } finally {
      await alerts.resetCondition(RULE);
    }
    await expect(alerts.rule(RULE)).toContainText('> 0.25 s for 5m');
    await expect(alerts.rule(RULE)).toContainText('Normal', { timeout: WITHIN });
  });

  test('is not taken when it is no number', async ({ page }) => {
    const alerts = new AlertsPage(page);
    await alerts.goto(RULE);
    const editor = await alerts.openEditor(RULE);
    await editor.getByLabel(/^Fires above/).fill('much');
    await expect(editor.getByText('Type a number, such as 0.25.')).toBeVisible();
    await expect(editor.getByRole('button', { name: 'Save' })).toBeDisabled();
  });
});

test.describe('the fire drill', () => {
  const PROVIDER = 'sim-groq';
  const RULE = 'LLMGatewayProviderUnhealthy';
  test.describe.configure({ timeout: 3 * WITHIN });
  // Whatever went wrong, the specs after this one need the provider.
  test.afterEach(() => endOutage(PROVIDER));

  test('makes the right alert fire, tells the relay, and shows that it is over', async ({ page }) => {
    const alerts = new AlertsPage(page);
    const began = Date.now();
    await alerts.gotoDrill();
    await alerts.beginDrill(PROVIDER);
    await expect(alerts.done(alerts.step('answers nothing any more'))).toBeVisible();
    await expect(alerts.done(alerts.step('The gateway has noticed'))).toBeVisible({ timeout: WITHIN });
    await expect(alerts.done(alerts.step('The rule fires'))).toBeVisible({ timeout: WITHIN });
    await expect(alerts.done(alerts.step('relay'))).toBeVisible({ timeout: WITHIN });
    await page.screenshot({ path: 'test-results/screens/alerts-drill.png', fullPage: true });

    const mend = page.getByRole('button', { name: 'Mend it now' });
    if (await mend.isVisible()) {
      await mend.click();
    }
    await expect(alerts.done(alerts.step('The alert is over'))).toBeVisible({ timeout: WITHIN });

    const told = await readAlertEvents(began);
    const types = told.filter(({ alert, source }) => alert === RULE && source === 'grafana').map(({ type }) => type);
    expect(types).toContain('alert_firing');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Begin the drill' })).toBeVisible();
  });
});
