import { dirname, join } from 'node:path';
import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, devices } from '@playwright/test';
import { BROWSER_ARGUMENTS, browserPath } from './tests/e2e/support/browser';

const SESSION = 'playwright/.auth/admin.json';

/** End to end, in a real Grafana that something else (the test runner, or `npm start`) has started. */
export default defineConfig<PluginOptions>({
  testDir: './tests/e2e',
  outputDir: './test-results/e2e',
  // One gateway, one ledger, one Grafana: specs that run at once would see each other's requests.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: process.env['GRAFANA_URL'] || 'http://127.0.0.1:3000',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: browserPath(), args: BROWSER_ARGUMENTS },
  },
  projects: [
    // Logs in once and keeps the session; plugin-e2e takes the password from GRAFANA_ADMIN_PASSWORD.
    {
      name: 'auth',
      testDir: join(dirname(require.resolve('@grafana/plugin-e2e')), 'auth'),
      testMatch: [/.*\.js/],
    },
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], storageState: SESSION },
      dependencies: ['auth'],
    },
  ],
});
