import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { ADMIN_TOKEN, AdminApp, VIEWER_TOKEN } from '../../../../tests/support/adminApp.js';
import { until } from '../../../../tests/support/until.js';
import { usageEvent } from '../../../../tests/support/usageEvent.js';
import { LiveRequests } from '../../usage/live.js';
import { serverSentEvents } from './liveRequests.js';
import { RequestAnswer } from './requestsAnswer.js';

let api: AdminApp;
let live: LiveRequests;
beforeEach(async () => {
  live = new LiveRequests({ maxListeners: 2, queueSize: 5 });
  api = await AdminApp.start({ live });
});
afterEach(() => api.remove());

/** By node:http: a client whose connections are kept would keep the server open. */
async function listen(query = '', token = VIEWER_TOKEN) {
  const request = get(`${api.origin}/api/v1/requests/live${query}`, {
    headers: { authorization: `Bearer ${token}` },
    agent: false,
  });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const chunks = answer[Symbol.asyncIterator]();
  let text = '';
  const read = async (): Promise<string> => {
    const { value } = (await chunks.next()) as { value: Buffer | undefined };
    text += value?.toString() ?? '';
    return text;
  };
  return { answer, read, leave: () => request.destroy() };
}

test('a viewer sees the requests that he chose as they end, as the schema describes them', async () => {
  const { answer, read, leave } = await listen('?team=search&min_duration_ms=100');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^text\/event-stream/);
  expect(await read()).toBe('retry: 2000\n\n');
  live.record(usageEvent({ team: 'other' }));
  live.record(usageEvent({ team: 'search', durationMs: 99 }));
  live.record(usageEvent({ id: 'req_seen', team: 'search', tags: { project: 'x' } }));
  const [, event, data] = /^event: (\w+)\ndata: (.*)\n\n$/m.exec((await read()).replace('retry: 2000\n\n', '')) ?? [];
  expect(event).toBe('request');
  const request = JSON.parse(data ?? '') as Record<string, unknown>;
  expect(request).toMatchObject({ id: 'req_seen', team: 'search', tags: { project: 'x' }, cost_usd: 0.00075 });
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const check = ajv.compile(RequestAnswer);
  check(request);
  expect(check.errors).toBeNull();
  leave();
});

test('a client that leaves makes room for another', async () => {
  const first = await listen();
  const second = await listen('', ADMIN_TOKEN);
  const third = await api.call('GET', '/requests/live');
  expect(third.status).toBe(503);
  expect(third.headers.get('retry-after')).toBe('10');
  expect(third.body).toMatchObject({ error: { code: 'too_many_listeners' } });
  first.leave();
  await until(async () => live.listeners === 1);
  const fourth = await listen();
  expect(fourth.answer.statusCode).toBe(200);
  fourth.leave();
  second.leave();
  await until(async () => live.listeners === 0);
});

test.each([
  ['from', '?from=0'],
  ['limit', '?limit=5'],
  ['colour', '?colour=red'],
  ['code', '?code=abc'],
  ['q', '?q=word'],
])('%s is named when it is wrong: %s', async (param, query) => {
  const answer = await api.call('GET', `/requests/live${query}`);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error: { param } });
  expect(live.listeners).toBe(0);
});

test('without a token there is nothing', async () => {
  expect((await listen('', 'wrong')).answer.statusCode).toBe(401);
});

test('a stopping gateway ends the streams', async () => {
  const { read } = await listen();
  await read();
  await api.stop();
  expect(await read()).toBe('retry: 2000\n\n');
});

test('what was left out is told of, and silence is a heartbeat', async () => {
  const listener = live.listen(() => true);
  const events = serverSentEvents(listener ?? fail(), 5);
  await events.next();
  for (let at = 0; at < 8; at++) {
    live.record(usageEvent());
  }
  const { value } = (await events.next()) as { value: string };
  expect(value).toMatch(/^event: dropped\ndata: \{"count":3\}\n\nevent: request\n/);
  expect(value.match(/event: request/g)).toHaveLength(5);
  expect((await events.next()).value).toBe(': alive\n\n');
  live.close();
  expect((await events.next()).done).toBe(true);
});

function fail(): never {
  throw new Error('no listener');
}
