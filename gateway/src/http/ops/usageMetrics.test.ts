import Fastify, { type FastifyInstance } from 'fastify';

import { fastifyFault } from '../fastifyFault.js';
import { sendError } from '../sendError.js';
import { usageMetricsRoute } from './usageMetrics.js';

const TOKENS = ['metrics-token-of-tests', 'viewer-token-of-tests'];

let app: FastifyInstance;
let origin: string;
let failure: Error | undefined;

beforeEach(async () => {
  failure = undefined;
  app = Fastify();
  app.setErrorHandler((thrown, _request, reply) => sendError(reply, fastifyFault(thrown, 1_000)));
  await app.register(usageMetricsRoute, {
    prefix: '/api/v1',
    tokens: TOKENS,
    async render() {
      if (failure !== undefined) {
        throw failure;
      }
      return 'llm_requests_by_model{model="m"} 1\n';
    },
  });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

const get = (token?: string) =>
  fetch(`${origin}/api/v1/llm/metrics`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

test.each(TOKENS)('who holds one of the tokens gets the text', async (token) => {
  const response = await get(token);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await response.text()).toBe('llm_requests_by_model{model="m"} 1\n');
});

test.each([undefined, 'another'])('nobody else does', async (token) => {
  expect((await get(token)).status).toBe(401);
});

test('says so when the store cannot be read, whatever the reason', async () => {
  failure = new Error('password of the database: secret');
  const response = await get(TOKENS[0]);
  const text = await response.text();
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  expect(text).toContain('The ledger cannot be read now');
  expect(text).not.toContain('secret');
});
