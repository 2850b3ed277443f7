import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { AdminApp } from '../../../../../tests/support/adminApp.js';
import { OBJECT_KINDS, type ObjectKind } from '../../../store/storedObject.js';
import { answerSchema } from './objectSchemas.js';

interface Sample {
  readonly create: object;
  /** A change of one field, and a value of it that is wrong. */
  readonly patch: object;
  readonly wrong: object;
  readonly field: string;
}

const SAMPLES: Readonly<Record<ObjectKind, Sample>> = {
  provider: {
    create: { type: 'openai-compatible', base_url: 'http://127.0.0.1:9/v1', api_key: 'sk-1' },
    patch: { max_connections: 7 },
    wrong: { max_connections: 0 },
    field: 'max_connections',
  },
  model: {
    create: { deployments: [{ provider: 'demo', model: 'm' }] },
    patch: { strategy: 'least-busy' },
    wrong: { deployments: [{ provider: 'gone', model: 'm' }] },
    field: 'deployments[0].provider',
  },
  price: {
    create: { model: 'm', price: { input_per_million_usd: 1 } },
    patch: { provider: 'demo' },
    wrong: { provider: 'gone' },
    field: 'provider',
  },
  key: {
    create: { team: 'core' },
    patch: { models: ['small'] },
    wrong: { addresses: ['nowhere'] },
    field: 'addresses[0]',
  },
  team: { create: {}, patch: { blocked: true }, wrong: { blocked: 'yes' }, field: 'blocked' },
  user: { create: { team: 'core' }, patch: { blocked: true }, wrong: { models: [] }, field: 'models' },
  budget: {
    create: { team: 'core', limit_usd: 10, period: 'monthly' },
    patch: { hard: false },
    wrong: { timezone: 'Mars/Olympus' },
    field: 'timezone',
  },
  limit: {
    create: { key: '*', requests_per_minute: 60 },
    patch: { parallel_requests: 3 },
    wrong: { requests_per_minute: 0 },
    field: 'requests_per_minute',
  },
};

const FILE = `
providers: [{ name: demo, type: simulator }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
prices: [{ name: filed, model: m, price: { input_per_million_usd: 1 } }]
keys: [{ name: filed, key: secret-of-a-key-in-the-file }]
teams: [{ name: filed }]
users: [{ name: filed }]
budgets: [{ name: filed, team: core, limit_usd: 1 }]
limits: [{ name: filed, team: core, requests_per_minute: 1 }]
`;
const IN_FILE: Readonly<Record<string, string>> = { provider: 'demo', model: 'small' };

/** What is answered to be read is as it is documented. */
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);

let api: AdminApp;
beforeAll(async () => {
  api = await AdminApp.start({ file: FILE });
});
afterAll(() => api.remove());

let made = 0;

/** A new object of a kind, and where it is. */
async function make(kind: ObjectKind) {
  const name = `new/${kind}_${++made}%`;
  const path = `/${kind}s`;
  const created = await api.call('POST', path, { name, ...SAMPLES[kind].create });
  const { key: _secret, ...withoutSecret } = created.body;
  const body: Record<string, unknown> = kind === 'key' ? withoutSecret : created.body;
  return { name, path, own: `${path}/${encodeURIComponent(name)}`, created, body, revision: Number(body['revision']) };
}

function expectDocumented(kind: ObjectKind, body: unknown): void {
  const check = ajv.compile(answerSchema(kind));
  check(body);
  expect(check.errors).toBeNull();
}

test.each(OBJECT_KINDS)('a %s is created, and found under its name', async (kind) => {
  const { name, path, own, created, body, revision } = await make(kind);
  expect(created.status).toBe(201);
  expect(created.headers.get('location')).toBe(`/api/v1${own}`);
  expect(created.headers.get('etag')).toBe(`"${revision}"`);
  expect(body).toMatchObject({ name, origin: 'api' });
  expectDocumented(kind, body);

  expect((await api.call('GET', own)).body).toEqual(body);
  // As a proxy passes it on that decodes %2F.
  expect((await api.call('GET', `${path}/${name.replace('%', '%25')}`)).body).toEqual(body);
});

test.each(OBJECT_KINDS)('a %s is in the list with those of the file, and can be searched', async (kind) => {
  const { name, path, body } = await make(kind);
  const { body: list } = await api.call('GET', path);
  const items = list[`${kind}s`] as Array<Record<string, unknown>>;
  expect(items).toEqual(
    expect.arrayContaining([body, expect.objectContaining({ name: IN_FILE[kind] ?? 'filed', origin: 'file' })])
  );
  expect(list).toMatchObject({ total: items.length, next_cursor: null, partial: false });
  items.forEach((item) => expectDocumented(kind, item));

  const pages: unknown[] = [];
  for (let cursor: unknown = ''; cursor !== null;) {
    const { body: page } = await api.call('GET', `${path}?limit=1&cursor=${encodeURIComponent(String(cursor))}`);
    pages.push(...(page[`${kind}s`] as unknown[]));
    cursor = page['next_cursor'];
  }
  expect(pages).toEqual(items);

  const { body: found } = await api.call('GET', `${path}?q=${encodeURIComponent(name.toUpperCase())}`);
  expect(found).toMatchObject({ [`${kind}s`]: [{ name }], total: 1 });
});

test.each(OBJECT_KINDS)('a %s is changed field by field, and replaced whole', async (kind) => {
  const { create, patch } = SAMPLES[kind];
  const { name, own, body, revision } = await make(kind);
  const patched = await api.call('PATCH', own, patch);
  expect(patched).toMatchObject({ status: 200, body: { ...patch, name, created_at: body['created_at'] } });
  expect(patched.body['revision']).toBeGreaterThan(revision);
  expectDocumented(kind, patched.body);

  const replaced = await api.call('PUT', own, create);
  const { revision: _newest, updated_at: _updated, ...rest } = replaced.body;
  const { revision: _first, updated_at: _created, ...before } = body;
  expect(rest).toEqual(before);
});

test.each(OBJECT_KINDS)('a %s that was read can be written back, once', async (kind) => {
  const { patch } = SAMPLES[kind];
  const { own, body } = await make(kind);
  expect(await api.call('PUT', own, { ...body, ...patch })).toMatchObject({ status: 200, body: patch });
  // It carries the revision that it was read at.
  const again = await api.call('PUT', own, body);
  expect(again).toMatchObject({ status: 412, body: { error: { code: 'changed_meanwhile' } } });
});

test.each(OBJECT_KINDS)('a change of a %s on the ground of an old revision is refused', async (kind) => {
  const { create, patch } = SAMPLES[kind];
  const { own, revision } = await make(kind);
  for (const [query, headers] of [
    [`?revision=${revision - 1}`, {}],
    ['', { 'if-match': `"${revision - 1}"` }],
  ] as const) {
    for (const [method, body] of [
      ['PUT', create],
      ['PATCH', patch],
      ['DELETE', undefined],
    ] as const) {
      const answer = await api.call(method, `${own}${query}`, body, headers);
      expect([method, answer.status]).toEqual([method, 412]);
    }
  }
  expect((await api.call('PATCH', own, patch, { 'if-match': `W/"${revision}"` })).status).toBe(200);
});

test.each(OBJECT_KINDS)('what is wrong with a %s is refused, and the field named', async (kind) => {
  const { create, patch, wrong, field } = SAMPLES[kind];
  const { path, own, body: before } = await make(kind);
  const { total } = (await api.call('GET', path)).body;
  for (const [method, url, body, param] of [
    ['PATCH', own, wrong, field],
    ['PUT', own, { ...create, ...wrong }, field],
    ['POST', path, { name: 'other', ...create, ...wrong }, field],
    ['POST', path, create, 'name'],
    ['POST', path, { ...create, name: 'with spaces' }, 'name'],
    ['POST', path, { ...create, name: 'a/../b' }, 'name'],
    ['POST', path, { ...create, name: 'other', colour: 'red' }, 'colour'],
    ['PUT', own, { ...create, name: 'renamed' }, 'name'],
    ['PATCH', own, { ...patch, revision: 'newest' }, 'revision'],
    ['PATCH', own, [], null],
    ['PUT', own, 'null', null],
  ] as const) {
    const answer = await api.call(method, url, body);
    expect([method, body, answer.status, answer.body]).toEqual([
      method,
      body,
      400,
      { error: expect.objectContaining({ type: 'invalid_request_error', param }) },
    ]);
  }
  expect((await api.call('GET', own)).body).toEqual(before);
  expect((await api.call('GET', path)).body).toMatchObject({ total });
});

test.each(OBJECT_KINDS)('a second %s of the same name is refused', async (kind) => {
  const { name, path } = await make(kind);
  const second = await api.call('POST', path, { name, ...SAMPLES[kind].create });
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'already_exists' } } });
});

test.each(OBJECT_KINDS)('a %s of the file can be read, and only the file can change it', async (kind) => {
  const { create, patch } = SAMPLES[kind];
  const [path, name] = [`/${kind}s`, IN_FILE[kind] ?? 'filed'];
  const { body } = await api.call('GET', `${path}/${name}`);
  expect(body).toMatchObject({ name, origin: 'file' });
  expect(body).not.toHaveProperty('revision');
  expectDocumented(kind, body);
  for (const [method, url, sent] of [
    ['POST', path, { name, ...create }],
    ['PUT', `${path}/${name}`, create],
    ['PATCH', `${path}/${name}`, patch],
    ['DELETE', `${path}/${name}`, undefined],
  ] as const) {
    const answer = await api.call(method, url, sent);
    expect([method, answer.status, answer.body]).toMatchObject([
      method,
      409,
      { error: { message: expect.stringContaining(`in the configuration file, under ${kind}s`) } },
    ]);
  }
});

test.each(OBJECT_KINDS)('a %s that is not there is not found', async (kind) => {
  const { create, patch } = SAMPLES[kind];
  for (const [method, body] of [
    ['GET', undefined],
    ['PUT', create],
    ['PATCH', patch],
    ['DELETE', undefined],
  ] as const) {
    const answer = await api.call(method, `/${kind}s/nobody`, body);
    expect([method, answer.status, answer.body]).toMatchObject([method, 404, { error: { code: `${kind}_not_found` } }]);
  }
});

test.each(OBJECT_KINDS)('a %s is removed, and its name is free again', async (kind) => {
  const { name, path, own } = await make(kind);
  expect(await api.call('DELETE', own)).toMatchObject({ status: 204, text: '' });
  expect((await api.call('GET', own)).status).toBe(404);
  expect((await api.call('DELETE', own)).status).toBe(404);
  expect((await api.call('POST', path, { name, ...SAMPLES[kind].create })).status).toBe(201);
});

test.each(OBJECT_KINDS)('every change of a %s is in the audit log, with who made it', async (kind) => {
  const { create, patch } = SAMPLES[kind];
  const { name, own } = await make(kind);
  await api.call('PATCH', own, patch, { 'x-llm-gateway-actor': 'ada@example.com' });
  await api.call('PATCH', own, SAMPLES[kind].wrong);
  await api.call('PUT', own, create);
  await api.call('DELETE', own);
  const { body } = await api.call('GET', `/audit?kind=${kind}&name=${encodeURIComponent(name)}`);
  expect(body['changes']).toMatchObject([
    { action: 'delete', actor: 'admin', address: '127.0.0.1', before: { name }, after: null },
    { action: 'replace', actor: 'admin', before: { name, ...patch }, after: { name } },
    { action: 'update', actor: 'ada@example.com', before: { name }, after: { name, ...patch } },
    { action: 'create', actor: 'admin', before: null, after: { name } },
  ]);
});

test.each([
  ['?limit=0', 'limit'],
  ['?limit=many', 'limit'],
  ['?query=x', 'query'],
  ['?q=a&q=b', 'q'],
])('a list with %s is refused', async (query, param) => {
  expect(await api.call('GET', `/teams${query}`)).toMatchObject({ status: 400, body: { error: { param } } });
});

test('changes of one object at the same time are all made', async () => {
  const { own } = await make('key');
  const models = Array.from({ length: 4 }, (_, index) => `model-${index}`);
  const answers = await Promise.all(models.map((model) => api.call('PATCH', own, { tags: { [model]: 'yes' } })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { body } = await api.call('GET', own);
  expect(Object.keys(body['tags'] as object).sort()).toEqual(models);
});

test('a provider or model that others need is not removed', async () => {
  const { name, own } = await make('provider');
  const model = await make('model');
  const deployments = [{ provider: name, model: 'm' }];
  await api.call('PATCH', model.own, { deployments });
  await api.call('POST', '/models', { name: 'first', deployments, fallbacks: [model.name] });

  const ofProvider = await api.call('DELETE', own);
  expect(ofProvider).toMatchObject({ status: 409, body: { error: { code: 'in_use' } } });
  expect(ofProvider.text).toContain(`used by: model first, model ${model.name}.`);
  expect((await api.call('DELETE', model.own)).text).toContain('used by: model first, which falls back to it');

  for (const path of ['/models/first', model.own, own]) {
    expect((await api.call('DELETE', path)).status).toBe(204);
  }
});

test('a document that is too long is refused', async () => {
  const models = Array.from({ length: 30_000 }, (_, index) => `model-${index}`);
  const { status, text } = await api.call('POST', '/teams', { name: 'large', models });
  expect([status, text]).toEqual([400, expect.stringContaining('the body: is longer than 262144 characters')]);
});
