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
  key: { create: { team: 'core' }, patch: { models: ['small'] }, wrong: { addresses: ['nowhere'] }, field: 'addresses[0]' },
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

describe.each(OBJECT_KINDS)('%s', (kind) => {
  const { create, patch, wrong, field } = SAMPLES[kind];
  const path = `/${kind}s`;
  const name = `new/${kind}_50%`;
  const own = `${path}/${encodeURIComponent(name)}`;
  const isDocumented = ajv.compile(answerSchema(kind));
  const expectDocumented = ({ key: _secret, ...body }: Record<string, unknown>): void => {
    isDocumented(body);
    expect(isDocumented.errors).toBeNull();
  };
  let revision = 0;

  test('is created, and found under its name', async () => {
    const created = await api.call('POST', path, { name, ...create });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/api/v1${own}`);
    expect(created.body).toMatchObject({ name, origin: 'api' });
    expectDocumented(created.body);
    revision = created.body['revision'] as number;
    expect(created.headers.get('etag')).toBe(`"${revision}"`);

    const { key: _secret, ...kept } = created.body;
    expect((await api.call('GET', own)).body).toEqual(kept);
    // As a proxy passes it on that decodes %2F.
    expect((await api.call('GET', `${path}/new/${kind}_50%25`)).body).toEqual(kept);
  });

  test('is in the list, between those of the file, and can be searched', async () => {
    const { body } = await api.call('GET', path);
    const items = body[`${kind}s`] as Array<Record<string, unknown>>;
    expect(items).toMatchObject([
      { name: IN_FILE[kind] ?? 'filed', origin: 'file' },
      { name, origin: 'api' },
    ].sort((a, b) => (a.name < b.name ? -1 : 1)));
    items.forEach(expectDocumented);
    expect(body).toMatchObject({ total: 2, next_cursor: null, partial: false });

    const { body: first } = await api.call('GET', `${path}?limit=1`);
    const { body: second } = await api.call('GET', `${path}?limit=1&cursor=${encodeURIComponent(String(first['next_cursor']))}`);
    expect([first, second].flatMap((page) => page[`${kind}s`])).toEqual(items);
    expect(second['next_cursor']).toBeNull();

    const { body: found } = await api.call('GET', `${path}?q=${encodeURIComponent(`NEW/${kind}`)}`);
    expect(found[`${kind}s`]).toMatchObject([{ name }]);
  });

  test('is changed field by field, and replaced whole', async () => {
    const before = (await api.call('GET', own)).body;
    const patched = await api.call('PATCH', own, patch);
    expect(patched).toMatchObject({ status: 200, body: { ...patch, name } });
    expect(patched.body['revision']).toBeGreaterThan(revision);
    expect(patched.body['created_at']).toBe(before['created_at']);
    expectDocumented(patched.body);

    const replaced = await api.call('PUT', own, create);
    const { revision: newest, updated_at: _updated, ...rest } = replaced.body;
    const { revision: _before, updated_at: _was, ...first } = before;
    expect(rest).toEqual(first);
    revision = newest as number;
  });

  test('what was read can be written back, once', async () => {
    const { body } = await api.call('GET', own);
    const written = await api.call('PUT', own, { ...body, ...patch });
    expect(written).toMatchObject({ status: 200, body: patch });
    // It carries the revision that it was read at.
    expect(await api.call('PUT', own, body)).toMatchObject({ status: 412, body: { error: { code: 'changed_meanwhile' } } });
    revision = written.body['revision'] as number;
  });

  test('a change on the ground of an old revision is refused', async () => {
    for (const [query, headers] of [
      [`?revision=${revision - 1}`, {}],
      ['', { 'if-match': `"${revision - 1}"` }],
    ] as const) {
      for (const [method, body] of [['PUT', create], ['PATCH', patch], ['DELETE', undefined]] as const) {
        const answer = await api.call(method, `${own}${query}`, body, headers);
        expect([method, answer.status]).toEqual([method, 412]);
      }
    }
    const fresh = await api.call('PATCH', own, patch, { 'if-match': `W/"${revision}"` });
    expect(fresh.status).toBe(200);
  });

  test('what is wrong is refused, and the field named', async () => {
    const before = (await api.call('GET', own)).body;
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
    expect((await api.call('GET', path)).body).toMatchObject({ total: 2 });
  });

  test('another of that name is refused', async () => {
    expect(await api.call('POST', path, { name, ...create })).toMatchObject({
      status: 409,
      body: { error: { code: 'already_exists' } },
    });
  });

  test('what the file has can be read, and only the file can change it', async () => {
    const filed = IN_FILE[kind] ?? 'filed';
    const { body } = await api.call('GET', `${path}/${filed}`);
    expect(body).toMatchObject({ name: filed, origin: 'file' });
    expect(body).not.toHaveProperty('revision');
    expectDocumented(body);
    for (const [method, url, sent] of [
      ['POST', path, { name: filed, ...create }],
      ['PUT', `${path}/${filed}`, create],
      ['PATCH', `${path}/${filed}`, patch],
      ['DELETE', `${path}/${filed}`, undefined],
    ] as const) {
      const answer = await api.call(method, url, sent);
      expect([method, answer.status, answer.body]).toMatchObject([
        method,
        409,
        { error: { message: expect.stringContaining(`in the configuration file, under ${kind}s`) } },
      ]);
    }
  });

  test('what is not there is not found', async () => {
    for (const [method, body] of [['GET', undefined], ['PUT', create], ['PATCH', patch], ['DELETE', undefined]] as const) {
      const answer = await api.call(method, `${path}/nobody`, body);
      expect([method, answer.status, answer.body]).toMatchObject([method, 404, { error: { code: `${kind}_not_found` } }]);
    }
  });

  test('parameters of the list that nobody reads are refused', async () => {
    for (const [query, param] of [['?limit=0', 'limit'], ['?limit=many', 'limit'], ['?query=x', 'query'], ['?q=a&q=b', 'q']]) {
      expect(await api.call('GET', `${path}${query}`)).toMatchObject({ status: 400, body: { error: { param } } });
    }
  });

  test('is removed, and its name is free again', async () => {
    expect(await api.call('DELETE', own)).toMatchObject({ status: 204, text: '' });
    expect((await api.call('GET', own)).status).toBe(404);
    expect((await api.call('DELETE', own)).status).toBe(404);
    expect((await api.call('GET', path)).body).toMatchObject({ total: 1 });
    expect((await api.call('POST', path, { name, ...create })).status).toBe(201);
    expect((await api.call('DELETE', own)).status).toBe(204);
  });

  test('every change is in the audit log, with who made it', async () => {
    const { body } = await api.call('GET', `/audit?kind=${kind}&name=${encodeURIComponent(name)}`);
    const changes = body['changes'] as Array<Record<string, unknown>>;
    expect(changes.map(({ action }) => action).reverse()).toEqual([
      'create',
      'update',
      'replace',
      'replace',
      'update',
      'delete',
      'create',
      'delete',
    ]);
    expect(changes.every(({ actor, address }) => actor === 'admin' && address === '127.0.0.1')).toBe(true);
    expect(changes.at(-2)).toMatchObject({ before: { name }, after: { name, ...patch } });
    expect(changes[0]).toMatchObject({ action: 'delete', before: { name }, after: null });
  });
});
