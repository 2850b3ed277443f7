import { expect, test } from '@grafana/plugin-e2e';
import { alertState } from './support/alertState';
import { environment } from './support/environment';
import { control } from './support/stack';

const RULE = 'LLMGatewayDown';

/** A scrape, an evaluation, 2 minutes of patience, another evaluation: with room to spare. */
const FIRES_WITHIN = 240_000;

test.describe('when the gateway is stopped', () => {
  test.describe.configure({ timeout: 2 * FIRES_WITHIN + 120_000 });
  test.skip(
    environment.stackControlUrl() === undefined,
    'STACK_CONTROL_URL is not set: nothing here may stop the gateway'
  );

  let stopped = false;
  const stop = async () => {
    stopped = true;
    await control('stop');
  };
  const start = async () => {
    await control('start');
    stopped = false;
  };

  // Whatever went wrong, the specs after this one need a gateway.
  test.afterEach(async () => {
    if (stopped) {
      await start();
    }
  });

  test('the alert rule fires, and clears when it is back', async ({ page, request }) => {
    const state = () => alertState(request, RULE);
    await expect.poll(state, { timeout: FIRES_WITHIN }).toBe('inactive');

    await stop();
    await expect.poll(state, { timeout: FIRES_WITHIN }).toBe('firing');

    const health = await request.get('/api/datasources/uid/llm-gateway/health');
    expect(health.ok()).toBe(false);
    await page.goto('/a/llmgateway-app/overview');
    // It may be the first page that this Grafana serves.
    await expect(page.getByText('Prometheus cannot scrape the gateway')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('The gateway’s ledger cannot be read')).toBeVisible();
    await page.screenshot({ path: 'test-results/screens/overview-gateway-stopped.png' });

    await start();
    await expect.poll(state, { timeout: FIRES_WITHIN }).toBe('inactive');
  });
});
