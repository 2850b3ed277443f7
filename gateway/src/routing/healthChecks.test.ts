import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { openAiCompatibleProvider } from '../providers/openaiCompatible.js';
import { openUpstream } from '../upstream/upstream.js';
import { HealthChecks } from './healthChecks.js';
import { createProviderHealth } from './providerHealth.js';

let status: number;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
  response.writeHead(status).end('{}');
});
const timeouts = { connect_ms: 500, first_token_ms: 500, idle_ms: 500, total_ms: 500 };

async function check(baseUrl: string) {
  const upstream = openUpstream({ baseUrl, maxConnections: 1, timeouts });
  const provider = openAiCompatibleProvider({
    name: 'p',
    type: 'openai',
    upstream,
    apiKey: 'secret',
    operations: ['chat'],
  });
  const health = createProviderHealth([{ ...provider, enabled: true }]);
  await new HealthChecks({ providers: () => [provider], health, intervalMs: () => 1 }).checkAll();
  await upstream.pool.close();
  return health.snapshot()[0];
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;

test.each([
  [200, 'healthy', undefined],
  [404, 'healthy', undefined],
  [401, 'failing', 'provider_authentication_error'],
  [503, 'failing', 'upstream_error'],
])('a provider that answers its list of models with %d is %s', async (answer, health, reason) => {
  status = answer;
  expect(await check(url())).toMatchObject({ status: health, reason });
  expect(asked.at(-1)).toBe('GET /v1/models Bearer secret');
});

test('a provider that cannot be reached is failing', async () => {
  expect(await check('http://127.0.0.1:1/v1')).toMatchObject({ status: 'failing', reason: 'connection_error' });
});
