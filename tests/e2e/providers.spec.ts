import { expect, test } from '@grafana/plugin-e2e';
import { OverviewPage } from './pages/OverviewPage';
import { ProvidersPage } from './pages/ProvidersPage';
import { chat } from './support/gateway';
import { beginOutage, endOutage } from './support/simulator';

/** As in llm-gateway.yaml. */
const PROVIDER = 'sim-groq';
const MODEL = 'llama-3.3-70b';
const DEPLOYMENT = `${PROVIDER}/llama-3.3-70b-versatile`;

const LAST_QUARTER = { from: 'now-15m', to: 'now' };
const LONG_AGO = { from: 'now-2y', to: 'now-1y' };

/** Of the ledger and of Prometheus, until what happened is seen. */
const SEEN = 120_000;

test('leads from the Overview by a provider and its deployment to a failing request, and back up', async ({ page }) => {
  test.setTimeout(300_000);
  await beginOutage(PROVIDER);
  try {
    for (let count = 0; count < 3; count++) {
      await chat(MODEL, { stream: false });
    }
  } finally {
    await endOutage(PROVIDER);
  }
  const providers = new ProvidersPage(page);
  await new OverviewPage(page).goto(LAST_QUARTER);
  await page.getByRole('article', { name: PROVIDER }).getByRole('link', { name: PROVIDER }).click();
  await expect(providers.heading(PROVIDER)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('provider')).toBe(PROVIDER);

  await providers.row('Deployments', DEPLOYMENT).getByRole('link').click();
  await expect(providers.heading(DEPLOYMENT)).toBeVisible();
  await expect(page.getByLabel(`For the model ${MODEL}`)).toContainText('Price per million tokens');

  await providers.breadcrumb(PROVIDER).click();
  await expect(providers.heading(PROVIDER)).toBeVisible();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
    provider: PROVIDER,
    from: 'now-15m',
    'var-gateway': 'llm-gateway',
    'var-prometheus': 'llm-gateway-prometheus',
  });

  const failing = providers.panel('Last failing requests').getByRole('link', { name: /^req_/ }).first();
  const id = await failing.textContent({ timeout: SEEN });
  await failing.click();
  await expect(page).toHaveURL(new RegExp(`/requests\\?.*request=${id}`));
  await expect(page.getByRole('dialog', { name: 'Drawer title Request' })).toContainText(id!);
});

test('tells how each provider stands, and which is which', async ({ page }) => {
  const providers = new ProvidersPage(page);
  await providers.goto(LAST_QUARTER);
  const row = providers.row('Providers', PROVIDER);
  await expect(row).toContainText(/Healthy|Failing|Not called yet/);
  await expect(row).toContainText(/Closed|Open|Half open/);
  await expect(row).toContainText('$');
  await row.getByRole('link', { name: PROVIDER }).click();
  await expect(providers.heading(PROVIDER)).toBeVisible();
});

test('says of a time without requests that there were none, in every panel', async ({ page }) => {
  const providers = new ProvidersPage(page);
  await providers.gotoProvider(PROVIDER, LONG_AGO);
  await expect(providers.panel('Duration of calls')).toContainText('No calls measured in this time range');
  await expect(providers.panel('Last failing requests')).toContainText('No request failed in this time range');
  await expect(providers.panel('Circuit breaker')).toContainText('Not measured');
  await expect(page.getByText(/^No data$|does not have a time field/)).toHaveCount(0);
});

test('says that a provider or a deployment does not exist, and where to go', async ({ page }) => {
  const providers = new ProvidersPage(page);
  await providers.gotoProvider('opnai', LAST_QUARTER);
  await expect(page.getByText('The gateway has no provider named opnai')).toBeVisible();
  await page.getByRole('link', { name: 'All providers' }).click();
  await expect(providers.heading('Providers')).toBeVisible();

  await providers.gotoDeployment(PROVIDER, `${PROVIDER}/gone`, LAST_QUARTER);
  await expect(page.getByText(`No model has the deployment ${PROVIDER}/gone`)).toBeVisible();
});

for (const [theme, width] of [
  ['dark', 1280],
  ['light', 1920],
] as const) {
  test(`looks right in ${theme}, ${width} px wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 2600 });
    const providers = new ProvidersPage(page);
    const pages = {
      providers: () => providers.goto(LAST_QUARTER, theme),
      provider: () => providers.gotoProvider(PROVIDER, LAST_QUARTER, theme),
      deployment: () => providers.gotoDeployment(PROVIDER, DEPLOYMENT, LAST_QUARTER, theme),
    };
    for (const [name, open] of Object.entries(pages)) {
      await open();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `test-results/screens/${name}-${theme}-${width}.png` });
      // Nothing may stick out to the right of the page.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
