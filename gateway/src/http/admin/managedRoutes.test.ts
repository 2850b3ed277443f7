import { AdminApp } from '../../../../tests/support/adminApp.js';
import type { BudgetStanding } from '../../governance/budgetStanding.js';

let api: AdminApp;
afterEach(() => api.remove());

const USD = 1_000_000_000;
const standing = (value: string, used: number, more: Partial<BudgetStanding> = {}): BudgetStanding => ({
  budget: 'monthly',
  subject: { kind: 'team', value },
  unit: 'usd',
  limit: 10 * USD,
  used: used * USD,
  reserved: 0,
  resetsAt: Date.UTC(2026, 11, 1),
  ...more,
});

test('budgets say where they stand for each subject, the nearest to their limit first', async () => {
  const budgets = [
    standing('a', 1),
    standing('b', 9.25, { reserved: 2 * USD }),
    standing('c', 3),
    standing('x', 0, { budget: 'tokens', unit: 'tokens', limit: 100, used: 40 }),
  ];
  api = await AdminApp.start({ budgets });
  await api.call('POST', '/budgets', { name: 'monthly', team: '*', limit_usd: 10, period: 'monthly' });
  await api.call('POST', '/budgets', { name: 'tokens', team: 'x', limit_tokens: 100 });
  await api.call('POST', '/budgets', { name: 'unused', team: 'y', limit_tokens: 100 });

  const { body } = await api.call('GET', '/budgets');
  const [monthly, tokens, unused] = body['budgets'] as Array<Record<string, unknown>>;
  expect(monthly?.['standings']).toMatchObject([
    {
      subject: { kind: 'team', value: 'b' },
      unit: 'usd',
      limit: 10,
      used: 9.25,
      reserved: 2,
      remaining: 0,
      resets_at: '2026-12-01T00:00:00.000Z',
    },
    { subject: { value: 'c' }, remaining: 7 },
    { subject: { value: 'a' } },
  ]);
  expect(tokens?.['standings']).toMatchObject([{ unit: 'tokens', used: 40, remaining: 60 }]);
  expect(unused).not.toHaveProperty('standings');
  expect((await api.call('GET', '/budgets/monthly')).body['standings']).toEqual(monthly?.['standings']);
});

test('limits say where they stand, and those that nobody asked under say nothing', async () => {
  const limit = { limit: 'ci', subject: { kind: 'key', value: 'ci' } } as const;
  const resetsAt = Date.UTC(2026, 10, 30, 12);
  api = await AdminApp.start({
    limits: [
      { ...limit, unit: 'parallel', allowed: 4, used: 1, resetsAt: undefined },
      { ...limit, unit: 'requests', allowed: 60, used: 45, resetsAt },
      { ...limit, unit: 'tokens', allowed: 100, used: 120, resetsAt },
    ],
  });
  await api.call('POST', '/limits', { name: 'ci', key: 'ci', requests_per_minute: 60 });
  await api.call('POST', '/limits', { name: 'unused', key: 'other', requests_per_minute: 60 });
  const { body } = await api.call('GET', '/limits');
  const subject = { kind: 'key', value: 'ci' };
  const resets = { resets_at: '2026-11-30T12:00:00.000Z' };
  const standings = [
    { subject, unit: 'tokens', limit: 100, used: 120, remaining: 0, ...resets },
    { subject, unit: 'requests', limit: 60, used: 45, remaining: 15, ...resets },
    { subject, unit: 'parallel', limit: 4, used: 1, remaining: 3 },
  ];
  const [ci, unused] = body['limits'] as object[];
  expect(ci).toHaveProperty('standings', standings);
  expect(unused).not.toHaveProperty('standings');
  expect((await api.call('GET', '/limits/ci')).body).toHaveProperty('standings', standings);
});

test('deployments of a disabled provider, and disabled ones, are told as such', async () => {
  api = await AdminApp.start();
  const own = { name: 'own', type: 'openai-compatible', base_url: 'http://127.0.0.1:9/v1' };
  await api.call('POST', '/providers', own);
  const deployments = [
    { provider: 'own', model: 'm' },
    { provider: 'demo', model: 'm', enabled: false },
  ];
  await api.call('POST', '/models', { name: 'large', deployments });
  await api.call('PATCH', '/providers/own', { enabled: false });
  const { body } = await api.call('GET', '/deployments');
  const [, ...large] = body['deployments'] as object[];
  expect(large).toMatchObject([
    { deployment: 'own/m', status: 'disabled', reason: 'its provider is disabled', provider_status: 'disabled' },
    { deployment: 'demo/m', status: 'disabled', reason: 'it is disabled', provider_status: 'unknown' },
  ]);
  large.forEach((each) => expect(each).not.toHaveProperty('breaker'));

  await api.call('PATCH', '/providers/own', { enabled: true });
  const again = (await api.call('GET', '/deployments')).body['deployments'] as object[];
  expect(again[1]).toMatchObject({ deployment: 'own/m', status: 'ready', provider_status: 'unknown' });
  expect((await api.call('GET', '/audit?kind=provider&name=own')).body['changes']).toMatchObject([
    { action: 'update', before: { enabled: false }, after: { enabled: true } },
    { action: 'update', after: { enabled: false } },
    { action: 'create' },
  ]);
  expect((await api.call('PATCH', '/providers/demo', { enabled: false })).status).toBe(409);
});

test('each model’s deployments are told with their state and price', async () => {
  api = await AdminApp.start();
  await api.call('POST', '/prices', {
    name: 'mine',
    model: 'm',
    price: { input_per_million_usd: 0.15, per_request_usd: 0.001 },
  });
  const deployments = [{ provider: 'demo', model: 'm', weight: 2, max_concurrent: 5 }];
  await api.call('POST', '/models', { name: 'large', deployments });
  const { body } = await api.call('GET', '/deployments');
  expect(body['deployments']).toEqual([
    expect.objectContaining({
      model: 'small',
      deployment: 'demo/small',
      status: 'ready',
      breaker: 'closed',
      in_flight: 0,
      provider_status: 'unknown',
      price: expect.objectContaining({ source: 'config', input_per_million_usd: 2.5, output_per_million_usd: 10 }),
    }),
    expect.objectContaining({
      model: 'large',
      provider: 'demo',
      provider_model: 'm',
      weight: 2,
      max_concurrent: 5,
      price: expect.objectContaining({ input_per_million_usd: 0.15, per_request_usd: 0.001 }),
    }),
  ]);
});

test('a deployment whose price nobody knows has none', async () => {
  api = await AdminApp.start();
  await api.call('POST', '/models', { name: 'large', deployments: [{ provider: 'demo', model: 'unheard-of' }] });
  const { body } = await api.call('GET', '/deployments');
  expect((body['deployments'] as unknown[])[1]).toMatchObject({ model: 'large', price: null });
});

test('the configuration is told as it is in force, with where each item comes from', async () => {
  api = await AdminApp.start();
  await api.call('POST', '/teams', { name: 'core' });
  const { body } = await api.call('GET', '/config');
  expect(body).toMatchObject({
    config: {
      routing: { max_attempts: 4 },
      providers: [
        { name: 'demo', origin: 'file' },
        { name: 'filed', origin: 'file', has_api_key: true },
      ],
      keys: [{ name: 'filed', origin: 'file' }],
      teams: [{ name: 'core', origin: 'api', revision: 1 }],
    },
    truncated: [],
  });
});

test('a reload and what is done to the simulator are in the audit log', async () => {
  api = await AdminApp.start();
  await api.call('POST', '/config/reload', undefined, { 'x-llm-gateway-actor': 'ada' });
  await api.call('PATCH', '/simulator/demo', { behaviour: { error_rate: 1 }, for_seconds: 60 });
  await api.call('PATCH', '/simulator/nobody', { behaviour: { error_rate: 1 } });
  await api.call('DELETE', '/simulator/demo');
  expect((await api.call('GET', '/audit')).body['changes']).toMatchObject([
    { action: 'reset', kind: 'simulator', name: 'demo', before: { behaviour: { error_rate: 1 } }, after: null },
    {
      action: 'patch',
      kind: 'simulator',
      name: 'demo',
      before: null,
      after: { behaviour: { error_rate: 1 }, for_seconds: 60 },
    },
    { action: 'reload', kind: 'config', actor: 'ada', after: { changed: false, restart_needed: [] } },
  ]);
});

test('the audit log is read page by page, with filters', async () => {
  api = await AdminApp.start();
  for (const name of ['a', 'b', 'c']) {
    await api.call('POST', '/teams', { name });
  }
  const seen: unknown[] = [];
  for (let cursor: unknown = ''; cursor !== null;) {
    const { body } = await api.call(
      'GET',
      `/audit?limit=2&kind=team&actor=admin&from=2020-01-01&cursor=${String(cursor)}`
    );
    seen.push(...(body['changes'] as Array<{ name: string }>).map(({ name }) => name));
    cursor = body['next_cursor'];
  }
  expect(seen).toEqual(['c', 'b', 'a']);
  expect((await api.call('GET', '/audit?name=b')).body['changes']).toMatchObject([{ name: 'b' }]);
  expect((await api.call('GET', '/audit?to=2020-01-01')).body).toEqual({ changes: [], next_cursor: null });
});

test.each([
  ['?from=yesterday', 'from'],
  ['?limit=1001', 'limit'],
  ['?who=ada', 'who'],
])('the audit log is not read with %s', async (query, param) => {
  api = await AdminApp.start();
  expect(await api.call('GET', `/audit${query}`)).toMatchObject({ status: 400, body: { error: { param } } });
});

test('while the store is down, what is known can be read, and nothing changed', async () => {
  api = await AdminApp.start();
  await api.call('POST', '/teams', { name: 'core' });
  const closed = jest.spyOn(api.store.db, 'selectFrom').mockImplementation(() => {
    throw new Error('connection refused');
  });
  expect((await api.call('GET', '/teams')).body).toMatchObject({ teams: [{ name: 'core' }], partial: true });
  expect((await api.call('GET', '/teams/core')).status).toBe(200);
  // It may be there: nobody knows.
  expect((await api.call('GET', '/teams/other')).status).toBe(503);
  for (const [method, path, body] of [
    ['POST', '/teams', { name: 'other' }],
    ['PATCH', '/teams/core', { blocked: true }],
    ['DELETE', '/teams/core', undefined],
    ['GET', '/audit', undefined],
  ] as const) {
    const answer = await api.call(method, path, body);
    expect([method, answer.status, answer.body]).toMatchObject([method, 503, { error: { code: 'store_unavailable' } }]);
    expect(answer.headers.get('retry-after')).toBe('5');
  }
  closed.mockRestore();
  expect((await api.call('PATCH', '/teams/core', { blocked: true })).status).toBe(200);
});

test('a list is searched by what its items name, too', async () => {
  api = await AdminApp.start();
  await api.call('POST', '/keys', { name: 'ci', team: 'Platform', user: 'ada' });
  await api.call('POST', '/keys', { name: 'web' });
  const found = async (text: string) =>
    ((await api.call('GET', `/keys?q=${text}`)).body['keys'] as Array<{ name: string }>).map(({ name }) => name);
  expect(await found('platform')).toEqual(['ci']);
  expect(await found('ADA')).toEqual(['ci']);
  expect(await found('core')).toEqual(['filed']);
  expect(await found('nothing')).toEqual([]);
});

test('a stored object whose name the file takes is told of, and comes back when the file lets it go', async () => {
  api = await AdminApp.start({ file: FILE });
  await api.call('POST', '/teams', { name: 'core', blocked: true });
  await api.call('POST', '/providers', { name: 'own', type: 'simulator' });
  await api.stop();
  const { store } = api;

  api = await AdminApp.start({
    store,
    file: `${FILE}teams: [{ name: core }]\n`.replace('demo, type', 'own, type').replace('demo, model', 'own, model'),
  });
  expect((await api.call('GET', '/teams/core')).body).toEqual({
    name: 'core',
    blocked: false,
    origin: 'file',
    problem: 'the API has a team of that name too, which is not in force',
  });
  expect((await api.call('GET', '/providers')).body).toMatchObject({ total: 1, providers: [{ origin: 'file' }] });
  await api.stop();

  api = await AdminApp.start({ store, file: FILE });
  expect((await api.call('GET', '/teams/core')).body).toMatchObject({ blocked: true, origin: 'api' });
});

const FILE = `
providers: [{ name: demo, type: simulator }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
`;
