import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ADMIN_TOKEN, AdminApp } from '../../../../../tests/support/adminApp.js';
import { openStore } from '../../../store/openStore.js';

const SECRET = 'sk-canary-of-the-provider-4711';

let server: Server;
let baseUrl: string;
let credentials: Array<string | undefined>;
let api: AdminApp;

beforeAll(async () => {
  server = createServer(({ headers }, response) => {
    credentials.push(headers.authorization);
    const known = headers.authorization === `Bearer ${SECRET}`;
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { data: [{ id: 'm1' }] } : { error: { message: 'Incorrect API key' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => void server.close());
beforeEach(async () => {
  credentials = [];
  api = await AdminApp.start();
});
afterEach(() => api.remove());

const create = (more: object = {}) =>
  api.call('POST', '/providers', {
    name: 'own',
    type: 'openai-compatible',
    base_url: baseUrl,
    api_key: SECRET,
    ...more,
  });
const inForce = () => api.management.config.overlaid().providers.find(({ name }) => name === 'own');

test('the secret is sealed at rest, in force, and in no answer', async () => {
  const created = await create();
  expect(created).toMatchObject({ status: 201, body: { has_api_key: true, api_key_ends_with: '4711' } });
  expect(inForce()).toMatchObject({ api_key: SECRET });
  const [row] = await api.store.db.selectFrom('objects').selectAll().execute();
  expect(row?.document).toContain('sealed:v1:');

  const tables = await Promise.all(
    (['objects', 'audit_log'] as const).map((table) => api.store.db.selectFrom(table).selectAll().execute())
  );
  const answers = await Promise.all(
    ['/providers', '/providers/own', '/config', '/audit'].map((path) => api.call('GET', path))
  );
  for (const text of [created.text, JSON.stringify([tables, api.logged]), ...answers.map((answer) => answer.text)]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(ADMIN_TOKEN);
  }
  expect(answers.map(({ text }) => text).join()).not.toContain('sealed:');
});

test('a change without it keeps it, a change with it replaces it, null takes it out', async () => {
  await create();
  await api.call('PATCH', '/providers/own', { max_connections: 3 });
  expect(inForce()).toMatchObject({ api_key: SECRET, max_connections: 3 });
  await api.call('PUT', '/providers/own', { type: 'openai-compatible', base_url: baseUrl });
  expect(inForce()).toMatchObject({ api_key: SECRET, max_connections: 512 });
  await api.call('PATCH', '/providers/own', { api_key: 'another' });
  expect(inForce()).toMatchObject({ api_key: 'another' });
  expect((await api.call('GET', '/audit')).body['changes']).toMatchObject([
    { action: 'update', after: { secret_changed: true } },
    { action: 'replace' },
    { action: 'update' },
    { action: 'create' },
  ]);
  const { body } = await api.call('PATCH', '/providers/own', { api_key: null });
  expect(body).toMatchObject({ has_api_key: false });
  expect(inForce()).not.toHaveProperty('api_key');
});

test('a secret is not sent to another server than it was meant for', async () => {
  await create();
  const elsewhere = { base_url: 'http://127.0.0.1:9/v1' };
  for (const [method, body] of [
    ['PATCH', elsewhere],
    ['PUT', { type: 'openai-compatible', ...elsewhere }],
    ['PUT', { type: 'openai' }],
  ] as const) {
    expect(await api.call(method, '/providers/own', body)).toMatchObject({
      status: 400,
      body: { error: { param: 'api_key' } },
    });
  }
  const tested = await api.call('POST', '/providers/own/test', { type: 'openai-compatible', ...elsewhere });
  expect(tested).toMatchObject({ status: 400, body: { error: { param: 'api_key' } } });
  expect((await api.call('PATCH', '/providers/own', { ...elsewhere, api_key: SECRET })).status).toBe(200);
  expect(credentials).toEqual([]);
});

test('the file’s secret is not sent elsewhere either', async () => {
  const body = { type: 'openai-compatible', base_url: baseUrl };
  expect(await api.call('POST', '/providers/filed/test', body)).toMatchObject({
    status: 400,
    body: { error: { param: 'api_key' } },
  });
  expect(credentials).toEqual([]);
});

test.each([
  [{ api_key: 'sealed:v1:aa:bb:cc' }, 'api_key'],
  [{ base_url: 'https://user:password@host/v1' }, 'base_url'],
  [{ type: 'unheard-of' }, 'type'],
  [{ base_url: 'http://' }, 'base_url'],
  [{ base_url: 'https://host:port/v1' }, 'base_url'],
  [{ api_key: 'sk-with-a-line-break\n' }, 'api_key'],
])('%j is refused', async (more, param) => {
  const answer = await create(more);
  expect(answer).toMatchObject({ status: 400, body: { error: { param } } });
  expect(answer.text).not.toContain('password@');
});

test('with another master key it is out of force and says why, until its secret is given again', async () => {
  const store = await openStore({ file: ':memory:', threads: false });
  const first = await AdminApp.start({ store, masterKey: 'the first master key' });
  const body = { name: 'own', type: 'openai-compatible', base_url: baseUrl, api_key: SECRET };
  await first.call('POST', '/providers', body);
  await first.call('POST', '/models', { name: 'large', deployments: [{ provider: 'own', model: 'm' }] });
  await first.stop();

  const second = await AdminApp.start({ store, masterKey: 'another master key' });
  const { body: shown } = await second.call('GET', '/providers/own');
  expect(shown).toMatchObject({
    has_api_key: true,
    problem: expect.stringMatching(
      /^api_key: was sealed with the master key \w{8}, and this gateway has \w{8}; give every replica/
    ),
  });
  expect((await second.call('GET', '/models/large')).body).toMatchObject({
    problem: expect.stringContaining('no provider is called "own"'),
  });
  expect((await second.call('PATCH', '/providers/own', { max_connections: 3 })).text).toContain(
    'was sealed with the master key'
  );
  expect((await second.call('POST', '/providers/own/test')).text).toContain('is not in force: api_key: was sealed');

  expect((await second.call('PATCH', '/providers/own', { api_key: SECRET })).status).toBe(200);
  expect((await second.call('GET', '/models/large')).body).not.toHaveProperty('problem');
  expect((await second.call('POST', '/providers/own/test')).body).toMatchObject({ ok: true });
  await second.remove();
});

test('a provider in force is really called', async () => {
  await create();
  const { status, body } = await api.call('POST', '/providers/own/test');
  expect([status, body]).toEqual([
    200,
    { ok: true, call: 'models', status: 200, models: ['m1'], latency_ms: expect.any(Number) },
  ]);
  expect((await api.call('POST', '/providers/own/test?model=m1')).body).toMatchObject({ ok: true, call: 'chat' });
});

test('one that is not saved is called as it is described', async () => {
  const body = { type: 'openai-compatible', base_url: baseUrl, api_key: 'sk-wrong' };
  expect((await api.call('POST', '/providers/new/test', body)).body).toMatchObject({
    ok: false,
    status: 401,
    message: 'Incorrect API key',
  });
  expect(credentials).toEqual(['Bearer sk-wrong']);
  expect((await api.call('GET', '/providers/new')).status).toBe(404);

  await create();
  const changed = { type: 'openai-compatible', base_url: baseUrl, max_connections: 1 };
  expect((await api.call('POST', '/providers/own/test', changed)).body).toMatchObject({ ok: true });
  expect((await api.call('GET', '/providers/own')).body).toMatchObject({ max_connections: 512 });
});

test.each([
  ['/providers/nobody/test', undefined, 404, /There is no provider/],
  ['/providers/new/test', { type: 'openai-compatible' }, 400, /base_url: is missing/],
  ['/providers/new/test', { type: 'simulator' }, 400, /needs no test before it is saved/],
  ['/providers/own/test?modle=m', undefined, 400, /modle: is not a parameter/],
])('%s with %j is refused', async (path, body, status, message) => {
  const answer = await api.call('POST', path, body);
  expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(message)]);
});
