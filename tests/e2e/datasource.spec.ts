import { expect, test } from '@grafana/plugin-e2e';
import { environment } from './support/environment';
import { sendTraffic } from './support/gateway';
import { query } from './support/query';
import { withDataSource } from './support/throwAwayDataSource';
import { become } from './support/role';

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

const RESOURCES = '/api/datasources/uid/llm-gateway/resources';
const FIELDS = { datasource: { uid: 'llm-gateway', type: 'llmgateway-datasource' }, refId: 'A' };

/** Explore with one query. */
function explore(fields: object): string {
  const pane = {
    datasource: 'llm-gateway',
    queries: [{ ...FIELDS, ...fields }],
    range: { from: 'now-1h', to: 'now' },
  };
  return `/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify({ a: pane }))}`;
}

test.describe('in Explore', () => {
  test.beforeAll(() => sendTraffic(2));

  const QUERIES = [
    { name: 'Usage', fields: { queryType: 'usage', format: 'table', measures: ['requests'], groupBy: ['model'] } },
    { name: 'Requests', fields: { queryType: 'requests', format: 'table', filters: [] } },
    { name: 'Requests', fields: { queryType: 'requests', format: 'logs', filters: [] } },
    { name: 'Providers', fields: { queryType: 'providers', level: 'provider' } },
    { name: 'Budgets', fields: { queryType: 'budgets' } },
    { name: 'Events', fields: { queryType: 'events', types: [] } },
    { name: 'Live', fields: { queryType: 'live', filters: [] } },
  ];
  for (const { name, fields } of QUERIES) {
    test(`${name} answers: ${JSON.stringify(fields)}`, async ({ page }) => {
      const answered = page.waitForResponse((response) => response.url().includes('/api/ds/query'));
      await page.goto(explore(fields));
      expect((await answered).status()).toBe(200);
      await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
      await expect(page.getByText('Query error')).toHaveCount(0);
    });
  }

  test('the gateway’s own values are suggested for a filter', async ({ page }) => {
    await page.goto(explore({ queryType: 'requests', format: 'table', filters: [{ dimension: 'model', values: [] }] }));
    await page.getByRole('combobox', { name: 'is one of' }).click();
    await expect(page.getByRole('option', { name: 'gpt-4o', exact: true })).toBeVisible();
  });
});

test('each type of query has rows where there was traffic', async ({ request }) => {
  await sendTraffic(2);
  const rowsOf = async (fields: object) => (await query(request, fields)).rows;
  await expect.poll(() => rowsOf({ queryType: 'requests', format: 'table' }), { timeout: 15_000 }).toBeGreaterThan(0);
  expect(await rowsOf({ queryType: 'requests', format: 'logs' })).toBeGreaterThan(0);
  expect(await rowsOf({ queryType: 'values', dimension: 'model' })).toBeGreaterThan(0);
  expect(await rowsOf({ queryType: 'providers', level: 'provider' })).toBeGreaterThan(0);
  const { frame } = await query(request, { queryType: 'live' });
  expect(frame.schema.meta?.channel).toMatch(/^ds\/llm-gateway\//);
});

test('a dashboard has its values as a variable and its events as annotations', async ({ page, request }) => {
  await sendTraffic(1);
  const dashboard = {
    uid: 'e2e-datasource',
    title: 'e2e data source',
    time: { from: 'now-1h', to: 'now' },
    templating: {
      list: [
        {
          name: 'model',
          type: 'query',
          datasource: FIELDS.datasource,
          query: { refId: 'values', queryType: 'values', dimension: 'model' },
          refresh: 2,
        },
      ],
    },
    annotations: {
      list: [
        {
          name: 'Events',
          enable: true,
          iconColor: 'red',
          datasource: FIELDS.datasource,
          target: { refId: 'Anno', queryType: 'events', types: [] },
        },
      ],
    },
    panels: [
      {
        id: 1,
        type: 'timeseries',
        title: 'Requests',
        gridPos: { x: 0, y: 0, w: 24, h: 10 },
        datasource: FIELDS.datasource,
        targets: [
          {
            ...FIELDS,
            queryType: 'usage',
            measures: ['requests'],
            filters: [{ dimension: 'model', values: ['$model'] }],
          },
        ],
      },
    ],
  };
  const saved = await request.post('/api/dashboards/db', { data: { dashboard, overwrite: true } });
  expect(saved.status()).toBe(200);
  try {
    const asked = (text: string) =>
      page.waitForResponse(
        (response) => response.url().includes('/api/ds/query') && (response.request().postData() ?? '').includes(text)
      );
    const annotations = asked('"events"');
    await page.goto('/d/e2e-datasource');
    expect((await annotations).status()).toBe(200);
    await page.getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'gpt-4o', exact: true }).click();
    const filtered = asked('"values":["gpt-4o"]');
    await page.reload();
    expect((await filtered).status()).toBe(200);
  } finally {
    await request.delete('/api/dashboards/uid/e2e-datasource');
  }
});

test.describe('a viewer', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('reads through the resources, and changes nothing', async ({ page, user }) => {
    await become('Viewer', page.request, user as { user: string; password: string });
    const read = await page.request.get(`${RESOURCES}/teams`);
    expect(read.status()).toBe(200);
    const created = await page.request.post(`${RESOURCES}/teams`, { data: { name: 'e2e-by-a-viewer' } });
    expect(created.status()).toBe(403);
    expect(((await created.json()) as { error: { message: string } }).error.message).toContain('Admin');
    const { teams } = (await (await page.request.get(`${RESOURCES}/teams`)).json()) as {
      teams: Array<{ name: string }>;
    };
    expect(teams.map(({ name }) => name)).not.toContain('e2e-by-a-viewer');
  });
});
