import Fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { request } from 'undici';

import { metricsRoute } from './metrics.js';

const pieces = [Buffer.from('# one\n'), Buffer.from('x 1\n'.repeat(10_000))];
const text = Buffer.concat(pieces).toString();

let app: FastifyInstance;
afterEach(() => app.close());

async function server(token?: string) {
  app = Fastify();
  const render = jest.fn(async (format: string) => ({ contentType: `text/${format}`, pieces }));
  await app.register(metricsRoute, { render, token });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/metrics`;
  const get = async (headers: Record<string, string> = {}) => {
    const answer = await request(url, { headers });
    return { ...answer, bytes: Buffer.from(await answer.body.arrayBuffer()) };
  };
  return { get, render };
}

test('the text format is for who does not ask for another', async () => {
  const { get } = await server();
  const { headers, bytes } = await get();
  expect(headers).toMatchObject({ 'content-type': 'text/text', 'content-length': String(text.length) });
  expect(headers['content-encoding']).toBeUndefined();
  expect(bytes.toString()).toBe(text);
});

test('OpenMetrics and gzip for who asks for them, however many do at once', async () => {
  const { get, render } = await server();
  const asking = { accept: 'application/openmetrics-text', 'accept-encoding': 'gzip' };
  for (const { headers, bytes } of await Promise.all([get(asking), get(asking)])) {
    expect(headers).toMatchObject({ 'content-type': 'text/openmetrics', 'content-encoding': 'gzip' });
    expect(bytes.length).toBeLessThan(text.length / 20);
    expect(gunzipSync(bytes).toString()).toBe(text);
  }
  expect(render).toHaveBeenCalledWith('openmetrics');
});

test('nothing without the token', async () => {
  const { get, render } = await server('secret');
  expect((await get()).statusCode).toBe(401);
  expect(render).not.toHaveBeenCalled();
  expect((await get({ authorization: 'Bearer secret' })).statusCode).toBe(200);
});
