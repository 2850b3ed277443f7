import { expect, test } from '@grafana/plugin-e2e';
import { environment } from './support/environment';
import { withDataSource } from './support/throwAwayDataSource';

interface Health {
  status: string;
  message: string;
}

test('is healthy', async ({ request }) => {
  const response = await request.get('/api/datasources/uid/llm-gateway/health');
  const health = (await response.json()) as Health;
  expect(health).toMatchObject({ status: 'OK', message: expect.stringContaining('Connected to LLM Gateway') });
});

/** A port on which nothing listens: the discard service's. */
const NOWHERE = 'http://127.0.0.1:9';

const MISTAKES = [
  {
    what: 'a wrong token',
    url: () => environment.gatewayUrl(),
    token: 'not-the-token',
    says: /refused the admin token/i,
  },
  { what: 'a wrong address', url: () => NOWHERE, token: 'any', says: /127\.0\.0\.1:9/ },
];

for (const { what, url, token, says } of MISTAKES) {
  test(`says so plainly with ${what}`, async ({ request, gotoDataSourceConfigPage }) => {
    await withDataSource(request, { name: `e2e ${what}`, url: url(), adminToken: token }, async (uid) => {
      const response = await request.get(`/api/datasources/uid/${uid}/health`);
      expect(response.ok()).toBe(false);
      expect(((await response.json()) as Health).message).toMatch(says);

      const config = await gotoDataSourceConfigPage(uid);
      await config.saveAndTest();
      await expect(config).toHaveAlert('error', { hasText: says });
    });
  });
}
