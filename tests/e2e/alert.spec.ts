import { expect, test } from '@grafana/plugin-e2e';
import { alertState } from './support/alertState';
import { environment } from './support/environment';
import { chat, listModels, readAlertEvents } from './support/gateway';
import { beginOutage, endOutage, simulatedProviders } from './support/simulator';
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

test.describe('when every provider fails', () => {
  test.describe.configure({ timeout: 4 * FIRES_WITHIN });
  let providers: string[] = [];

  // Whatever went wrong, the specs after this one need providers.
  test.afterEach(() => Promise.all(providers.map(endOutage)));

  test('the alert goes through the contact point to the gateway’s relay, and so does its end', async ({ request }) => {
    providers = await simulatedProviders();
    const began = Date.now();
    const state = () => alertState(request, 'LLMGatewayAllProvidersDown');
    await expect.poll(state, { timeout: FIRES_WITHIN }).toBe('inactive');

    await Promise.all(providers.map(beginOutage));
    // What is down is known from calls.
    await Promise.all((await listModels()).map((model) => chat(model, { stream: false })));
    await expect.poll(state, { timeout: FIRES_WITHIN }).toBe('firing');
    const told = async () =>
      (await readAlertEvents(began))
        .filter(({ alert, source }) => alert === 'LLMGatewayAllProvidersDown' && source === 'grafana')
        .map(({ type, severity, summary }) => ({ type, severity, summary }));
    const event = {
      severity: 'critical',
      summary: expect.stringMatching(/^LLM Gateway \S+ has no healthy provider left$/),
    };
    await expect.poll(told, { timeout: FIRES_WITHIN }).toEqual([{ type: 'alert_firing', ...event }]);

    await Promise.all(providers.map(endOutage));
    await Promise.all((await listModels()).map((model) => chat(model, { stream: false })));
    await expect.poll(told, { timeout: FIRES_WITHIN }).toEqual([
      { type: 'alert_firing', ...event },
      { type: 'alert_resolved', ...event },
    ]);
  });
});
