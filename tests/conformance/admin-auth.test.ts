import { TestGateway, configuration } from '../support/gateway.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start(
    configuration(`
providers: [{ name: demo, type: simulator }]
models: [{ name: good, deployments: [{ provider: demo, model: good }] }]
`)
  );
});

afterAll(() => gateway.remove());

test('nothing of the admin API answers without the admin token', async () => {
  const { paths } = (await (await gateway.get('/openapi.json')).json()) as {
    paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const routes = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), path] as const));
  expect(routes.length).toBeGreaterThanOrEqual(6);

  for (const [method, path] of routes) {
    const url = gateway.url + path.replace(/\{[^}]*\}/g, 'demo');
    // Prometheus reads the usage metrics with its own token.
    const others = path === '/api/v1/llm/metrics' ? [] : [gateway.metricsToken];
    for (const token of [undefined, 'test-client-key', ...others]) {
      const headers = new Headers(token === undefined ? [] : [['authorization', `Bearer ${token}`]]);
      const response = await fetch(url, { method, headers });
      expect([method, path, response.status]).toEqual([method, path, 401]);
    }
  }
});

test('a simulated provider is broken and mended with it', async () => {
  const url = `${gateway.url}/api/v1/simulator/demo`;
  const headers = { authorization: `Bearer ${gateway.adminToken}`, 'content-type': 'application/json' };
  const status = async () => {
    const answer = await gateway.chat({ model: 'good', messages: [{ role: 'user', content: 'Hello' }], max_tokens: 1 });
    await answer.text();
    return answer.status;
  };
  expect(await status()).toBe(200);

  const body = JSON.stringify({ behaviour: { error_rate: 1, error_status: 400, latency_ms: 0 } });
  expect((await fetch(url, { method: 'PATCH', headers, body })).status).toBe(200);
  expect(await status()).toBe(400);

  const reset = await fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${gateway.adminToken}` } });
  expect(reset.status).toBe(200);
  expect(await status()).toBe(200);
});
