import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@grafana/plugin-e2e';
import type { Locator, Page } from '@playwright/test';
import { sendTraffic } from './support/gateway';

const FOLDER = join(__dirname, '../../provisioning/grafana/dashboards/llm-gateway');
/** Prometheus scrapes every 10 s. */
const SCRAPED = 60_000;

interface Panel {
  readonly title: string;
  readonly type: string;
}

const DASHBOARDS = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { uid: string; title: string; panels: Panel[] }
);

/** A panel of each that has data after any traffic. */
const WITH_DATA: Readonly<Record<string, string>> = {
  'llm-gateway-overview': 'Request Rate by Model',
  'llm-gateway-providers': 'Request Rate by Model',
  'llm-gateway-each-provider': 'Requests by Model',
  'llm-gateway-cost': 'Cost per Hour by Model',
  'llm-gateway-tenants': 'Request Rate by Team',
  'llm-gateway-capacity': 'Tokens per Second',
  'llm-gateway-operation': 'Events Written',
  'llm-gateway-monitoring': 'Requests by Provider',
  'llm-gateway-litellm-prod': 'Requests per second by Key Alias',
  'llm-gateway-guide': 'Token throughput',
};

test.describe.configure({ timeout: 240_000 });

test.beforeAll(async () => {
  // A counter that Prometheus first sees at 4 has not risen for it: only what comes after counts in a rate.
  await sendTraffic(2);
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  await sendTraffic(4);
});

test('there is one of each to look at', () => {
  expect(Object.keys(WITH_DATA).sort()).toEqual(DASHBOARDS.map(({ uid }) => uid).sort());
});

for (const { uid, title } of DASHBOARDS) {
  test(`${title} shows data and no error`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 4000 });
    await page.goto(`/d/${uid}?from=now-15m&to=now`);
    await expect(legend(page, WITH_DATA[uid] ?? '').first()).toBeVisible({ timeout: SCRAPED });
    await page.waitForLoadState('networkidle');
    // Grafana marks a panel whose query failed in its header.
    await expect(page.getByTestId(/Panel status/)).toHaveCount(0);
    await expect(page.getByText(/Bad request|parse error/)).toHaveCount(0);
    await page.screenshot({ path: `test-results/screens/${uid}.png` });
  });
}

test('lead to each other and to the app, with the time range', async ({ page }) => {
  await page.goto('/d/llm-gateway-overview?from=now-15m&to=now');
  await expect(page.getByRole('link', { name: 'LLM Gateway app' })).toHaveAttribute(
    'href',
    /\/a\/llmgateway-app\/overview\?.*var-prometheus=llm-gateway-prometheus.*from=now-15m/,
    { timeout: SCRAPED }
  );
  await page.getByRole('button', { name: 'LLM Gateway dashboards' }).click();
  const cost = page
    .getByRole('menuitem', { name: 'LLM Gateway Cost Analysis' })
    .or(page.getByRole('link', { name: 'LLM Gateway Cost Analysis' }));
  await expect(cost.first()).toHaveAttribute('href', /\/d\/llm-gateway-cost.*from=now-15m/);
});

/** The series in the legend of a graph. */
function legend(page: Page, title: string): Locator {
  return page.getByTestId(`data-testid Panel header ${title}`).first().locator('table tbody tr');
}
