import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ajv } from 'ajv';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { fetch } from 'undici';

import { insertRequests, requestId, requestRow, withTags } from '../../../../tests/support/ledgerRows.js';
import { openStore } from '../../store/openStore.js';
import type { RequestRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import { fastifyFault } from '../fastifyFault.js';
import { sendError } from '../sendError.js';
import { exportRoutes } from './export.js';
import { requestsRoutes } from './requests.js';
import { usageRoutes } from './usage.js';

const START = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;

let store: Store;
let app: FastifyInstance;
let flushed = 0;
beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
  app = Fastify();
  app.setErrorHandler((thrown, _request, reply) => sendError(reply, fastifyFault(thrown, 1)));
  await app.register(swagger, { openapi: {} });
  const parts = { store, flush: async () => ++flushed };
  await app.register(usageRoutes, parts);
  await app.register(requestsRoutes, parts);
  await app.register(exportRoutes, parts);
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await app.close();
  await store.close();
});

const insert = (...rows: ReadonlyArray<Partial<RequestRow>>) => insertRequests(store, rows.map(requestRow));
const range = `from=${START - 24 * HOUR}&to=${START + 24 * HOUR}`;

const urlOf = ({ server }: FastifyInstance) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function get(path: string, status = 200) {
  const response = await fetch(urlOf(app) + path);
  expect(response.status).toBe(status);
  return { headers: Object.fromEntries(response.headers), body: await response.text() };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of any shape
const json = async (url: string, status = 200): Promise<any> => JSON.parse((await get(url, status)).body);

/** Holds an answer against its schema; a field that the schema does not name is a mistake too. */
function conforms(answer: unknown, path: string): void {
  const schema = app.swagger().paths?.[path]?.get?.responses?.['200'] as {
    content: Record<string, { schema: object }>;
  };
  const closed = JSON.parse(JSON.stringify(schema.content['application/json']?.schema), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'properties' in value
      ? { ...value, additionalProperties: false }
      : value
  );
  const validate = new Ajv({ strict: false, formats: { 'date-time': true } }).compile(closed);
  expect(validate(answer) || validate.errors).toBe(true);
}

test('usage answers sums of what has just ended too', async () => {
  await insert({ team: 'a' }, { team: 'b', cost_nano_usd: 1 }, { team: null, cost_nano_usd: null });
  const before = flushed;
  const answer = await json(`/usage?${range}&group_by=team&bucket=1h`);
  expect(flushed).toBe(before + 1);
  conforms(answer, '/usage');
  expect(answer).toMatchObject({
    from: new Date(START - 24 * HOUR).toISOString(),
    bucket: '1h',
    groups: [
      { time: '2026-11-02T12:00:00.000Z', team: 'a', cost_usd: 0.00075 },
      { team: 'b', cost_nano_usd: 1 },
      { team: null, avg_first_token_ms: null },
    ],
    totals: { requests: 3, cost_nano_usd: 750_001 },
  });
  const top = await json(`/usage?${range}&group_by=team&limit=1&measures=requests,p95_duration_ms&order_by=cost_usd`);
  expect(top).toMatchObject({ groups: [{ team: 'a', requests: 1, p95_duration_ms: 1200 }], group_count: 3 });
  const tags = await json(`/usage?${range}&group_by=tag:project&tag:project=`);
  expect(tags.groups).toMatchObject([{ 'tag:project': null, requests: 3 }]);
});

test('requests come newest first, in pages that new requests do not disturb', async () => {
  await insert(...Array.from({ length: 7 }, (_, index) => ({ time: START + Math.floor(index / 2), key: `k${index}` })));
  const first = await json(`/requests?${range}&limit=3`);
  conforms(first, '/requests');
  await insert({ time: START + HOUR, key: 'new' });
  const keys = (page: { requests: Array<{ key: string }> }) => page.requests.map(({ key }) => key);
  expect(keys(first)).toEqual(['k6', 'k5', 'k4']);
  const second = await json(`/requests?${range}&limit=3&cursor=${first.next_cursor}`);
  expect(keys(second)).toEqual(['k3', 'k2', 'k1']);
  const third = await json(`/requests?${range}&limit=3&cursor=${second.next_cursor}`);
  expect(keys(third)).toEqual(['k0']);
  expect(third.next_cursor).toBeNull();
});

test('requests are found by whatever tells them apart', async () => {
  await insert(
    { key: 'plain' },
    { key: 'slow', duration_ms: 9_000 },
    { key: 'dear', cost_nano_usd: 3_000_000_000 },
    { key: 'refused', code: 429, status: 'error', error_type: 'rate_limit_error' },
    { key: 'traced', trace_id: '4bf92f3577b34da6a3ce929d0e0e4736' },
    { key: 'tagged', ...withTags({ project: 'x', feature: 'chat' }) },
    { key: 'old', time: START - 20 * HOUR, user: 'ada' }
  );
  const found = async (query: string) =>
    (await json(`/requests?${range}&${query}`)).requests.map(({ key }: { key: string }) => key);
  expect(await found('min_duration_ms=5000')).toEqual(['slow']);
  expect(await found('max_duration_ms=1200&key=slow&key=plain')).toEqual(['plain']);
  expect(await found('min_cost_usd=2.5')).toEqual(['dear']);
  expect(await found('code=429&code=503')).toEqual(['refused']);
  expect(await found('error_type=rate_limit_error&status=error')).toEqual(['refused']);
  expect(await found('q=4BF92f35')).toEqual(['traced']);
  expect(await found('tag:project=x')).toEqual(['tagged']);
  expect(await found('feature=chat&tag:project=x')).toEqual(['tagged']);
  expect(await found('user=ada')).toEqual(['old']);
  expect(await found('user=ada&key=plain')).toEqual([]);
  expect(await found('user=nobody')).toEqual([]);
});

test('a request is found by how its id begins, however long ago it was', async () => {
  const time = Date.UTC(2026, 0, 1);
  await insert({ id: requestId(time, 5), time, key: 'old' }, { id: requestId(time, 6), time, key: 'next' });
  for (const [length, keys] of [
    [10, ['next', 'old']],
    [17, ['next', 'old']],
    [40, ['old']],
  ] as const) {
    const { requests } = await json(
      `/requests?q=${requestId(time, 5).slice(0, length).toUpperCase().replace('REQ', 'req')}`
    );
    expect(requests.map(({ key }: { key: string }) => key)).toEqual(keys);
  }
  const later = `from=${time + 1}&to=${time + HOUR}`;
  expect((await json(`/requests?q=${requestId(time, 5)}&${later}`)).requests).toEqual([]);
});

test('one request in full: its only attempt is told by itself', async () => {
  const row = requestRow({ ...withTags({ project: 'x' }), streaming: 1, saved_nano_usd: 5, queued_ms: 9, time: START });
  await insertRequests(store, [row]);
  const answer = await json(`/requests/${row.id}`);
  conforms(answer, '/requests/{id}');
  expect(answer).toMatchObject({
    id: row.id,
    time: '2026-11-02T12:00:00.000Z',
    tags: { project: 'x' },
    streaming: true,
    cost_usd: 0.00075,
    cost_nano_usd: 750_000,
    saved_usd: 5e-9,
    price_source: 'config',
    attempt_count: 1,
    queued_ms: 9,
    attempts: [{ number: 1, provider: 'openai', status: 200, outcome: 'success', start_ms: 0.5, duration_ms: 1199.5 }],
    content: null,
  });
});

test('one request in full: all attempts, and the contents where they are kept', async () => {
  const row = requestRow({ attempts: 2 });
  await insertRequests(store, [row]);
  const of = { request_id: row.id, time: row.time, deployment: 'a/m', model: 'gpt-4o', duration_ms: 3 };
  await store.db
    .insertInto('attempts')
    .values([
      {
        ...of,
        number: 2,
        provider: 'openai',
        status: 200,
        outcome: 'success',
        start_ms: 4,
        provider_request_id: 'r-1',
      },
      { ...of, number: 1, provider: 'a', status: null, outcome: 'timeout', start_ms: null, provider_request_id: null },
    ])
    .execute();
  await store.db
    .insertInto('contents')
    .values({ request_id: row.id, time: row.time, request: '{"messages":[]}', response: null })
    .execute();
  const answer = await json(`/requests/${row.id}`);
  conforms(answer, '/requests/{id}');
  expect(answer).toMatchObject({
    attempts: [
      { number: 1, provider: 'a', status: null, outcome: 'timeout', start_ms: null },
      { number: 2, provider: 'openai', status: 200, start_ms: 4, provider_request_id: 'r-1' },
    ],
    content: { request: '{"messages":[]}', response: null },
  });
});

test('a request that reached no provider has no attempt', async () => {
  const row = requestRow({ attempts: 0, provider: null, deployment: null, served_model: null, status: 'error' });
  await insertRequests(store, [row]);
  expect(await json(`/requests/${row.id}`)).toMatchObject({ attempts: [], provider: null });
});

test.each(['req_1', requestId(START, 99), 'x'.repeat(50)])('there is no request %s', async (id) => {
  const { error } = await json(`/requests/${id}`, 404);
  expect(error).toMatchObject({ type: 'not_found_error', code: 'request_not_found', param: 'id' });
});

test.each([
  ['cursor', '/requests?cursor=abc'],
  ['limit', '/requests?limit=1001'],
  ['code', '/requests?code=abc'],
  ['code', '/requests?code=99999'],
  ['min_duration_ms', '/requests?min_duration_ms=-1'],
  ['min_cost_usd', '/requests?min_cost_usd=1e3'],
  ['q', '/requests?q=hello'],
  ['q', '/requests?q=req_xyz'],
  ['group_by', '/requests?group_by=team'],
  ['streaming', '/requests?streaming=1'],
  ['limit', '/requests/export?limit=5'],
  ['format', '/requests/export?format=xml'],
  ['format', '/usage/export?format=csv&format=json'],
  ['format', '/usage?format=csv'],
  ['bucket', '/usage/export?bucket=1y'],
])('%s is named when it is wrong: %s', async (param, url) => {
  const { error } = await json(url, 400);
  expect(error).toMatchObject({ param, type: 'invalid_request_error', message: expect.stringContaining(param) });
});

test('the bill of a month, to the nano-dollar', async () => {
  const october = Date.UTC(2026, 9, 31, 23, 30);
  await insert(
    { time: october, team: '=HYPERLINK("x")', cost_nano_usd: 1 },
    { time: START, team: 'a, b', cost_nano_usd: 123_456_789_012 },
    { time: START + 1, team: 'a, b', cost_nano_usd: 1 }
  );
  const url = '/usage/export?to=2026-12-01T00:00:00Z&measures=requests,cost_usd&timezone=Europe/Berlin';
  const csv = await get(`${url}&from=2026-10-01T00:00:00Z`);
  expect(csv.headers).toMatchObject({
    'content-type': expect.stringContaining('text/csv'),
    'content-disposition': 'attachment; filename="usage-2026-10-01-to-2026-12-01.csv"',
  });
  expect(csv.body.split('\r\n')).toEqual([
    'month,team,key,model,provider,requests,cost_usd',
    // Half an hour before midnight in UTC, and November in Berlin.
    '2026-11,"a, b",ci,gpt-4o,openai,2,123.456789013',
    `2026-11,"'=HYPERLINK(""x"")",ci,gpt-4o,openai,1,0.000000001`,
    '',
  ]);
  const days = await get(`${url}&group_by=team&bucket=1d&from=2026-10-01T00:00:00Z`);
  expect(days.body.split('\r\n').slice(0, 2)).toEqual([
    'day,team,requests,cost_usd',
    `2026-11-01,"'=HYPERLINK(""x"")",1,0.000000001`,
  ]);
  expect((await get(`${url}&bucket=&group_by=`)).body).toBe('requests,cost_usd\r\n');

  const whole = await json(`${url}&format=json`);
  conforms(whole, '/usage/export');
  expect(whole).toMatchObject({ from: '2026-11-30T23:00:00.000Z', bucket: '1M', groups: [] });
  const november = await get('/usage/export?to=2026-12-01T00:00:00Z&format=json');
  expect(november.headers['content-disposition']).toBe('attachment; filename="usage-2026-11-01-to-2026-11-30.json"');
  expect(JSON.parse(november.body).totals).toMatchObject({ requests: 2, cost_nano_usd: 123_456_789_013 });
});

test('requests as a file: more than are read at a time, none twice', async () => {
  await insert(
    ...Array.from({ length: 2_345 }, (_, index) => ({
      time: START + Math.floor(index / 3),
      ...withTags({ 'a"b': 'c' }),
    })),
    { time: START, key: 'other' }
  );
  const csv = await get(`/requests/export?${range}&key=ci`);
  const [head, ...lines] = csv.body.trimEnd().split('\r\n');
  expect(head).toMatch(/^id,time,.*,cost_usd,/);
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(2_345);
  expect(lines[0]).toContain('"{""a\\""b"":""c""}"');
  expect(lines[0]).toContain(',0.000750000,');

  const file = await json(`/requests/export?${range}&format=json`);
  conforms(file, '/requests/export');
  expect(file).toHaveLength(2_346);
  expect(await json(`/requests/export?${range}&format=json&key=none`)).toEqual([]);
  expect((await get(`/requests/export?${range}&key=none`)).body).toBe(`${head}\r\n`);
});

test('the head of an export is not worth reading all of it', async () => {
  const response = await fetch(`${urlOf(app)}/requests/export`, { method: 'HEAD' });
  expect(response.status).toBe(404);
});

test('an export reads as fast as the client takes it, and no further once it has left', async () => {
  const tags = JSON.stringify({ long: 'x'.repeat(10_000) });
  await insert(...Array.from({ length: 4_000 }, (_, index) => ({ time: START + index, tags })));
  let pages = 0;
  const counting: Store['db'] = new Proxy(store.db, {
    get(db, name) {
      pages += name === 'getExecutor' ? 1 : 0;
      const value: unknown = Reflect.get(db, name);
      return typeof value === 'function' ? (value.bind(db) as unknown) : value;
    },
  });
  const server = Fastify();
  await server.register(exportRoutes, { store: { db: counting, dialect: 'sqlite' }, flush: async () => undefined });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const leaving = new AbortController();
  const response = await fetch(`${urlOf(server)}/requests/export?${range}`, { signal: leaving.signal });
  await response.body?.getReader().read();
  leaving.abort();
  // Resolves once every connection has ended.
  await server.close();
  await sleep(50);
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThan(4);
});
