import { AdminApp } from '../../../../../tests/support/adminApp.js';
import { hashSecret } from '../../../governance/keySecret.js';

const FILE = `
providers: [{ name: demo, type: simulator }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
keys: [{ name: filed, key: secret-of-a-key-in-the-file }]
auth: { jwt: [{ name: sso, issuer: https://sso.example.com, audience: llm }] }
`;

let api: AdminApp;
beforeEach(async () => {
  api = await AdminApp.start({ file: FILE });
});
afterEach(() => api.remove());

const create = async (more: object = {}) => (await api.call('POST', '/keys', { name: 'ci', ...more })).body;
const stored = () => api.management.sync.get('key', 'ci')?.document;

test('the secret is told once, and only its hash is kept', async () => {
  const { status, headers, body } = await api.call('POST', '/keys', { name: 'ci', team: 'core' });
  const secret = String(body['key']);
  expect(status).toBe(201);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(secret).toMatch(/^sk-llmgw-[\w-]{32}$/);
  expect(secret.startsWith(String(body['prefix']))).toBe(true);
  expect(body).toMatchObject({ name: 'ci', team: 'core', status: 'active' });

  expect(stored()).toMatchObject({ name: 'ci', team: 'core', hash: hashSecret(secret) });
  const rows = await api.store.db.selectFrom('objects').selectAll().execute();
  const changes = await api.store.db.selectFrom('audit_log').selectAll().execute();
  const answers = [await api.call('GET', '/keys'), await api.call('GET', '/keys/ci'), await api.call('GET', '/audit')];
  for (const text of [JSON.stringify([rows, changes, api.logged]), ...answers.map((answer) => answer.text)]) {
    expect(text).not.toContain(secret);
  }
  expect(answers.map(({ text }) => text).join()).not.toContain(hashSecret(secret));
});

test('a secret that clients have already can be brought along', async () => {
  const { status, body } = await api.call('POST', '/keys', { name: 'ci', key: 'sk-of-the-gateway-before' });
  expect([status, body['key']]).toEqual([201, 'sk-of-the-gateway-before']);
  expect(stored()).toMatchObject({ hash: hashSecret('sk-of-the-gateway-before'), prefix: 'sk-of-th' });
});

test.each([
  ['short', /16 to 200 visible/],
  ['with a space in it', /16 to 200 visible/],
  [1234567890123456, /16 to 200 visible/],
  ['secret-of-a-key-in-the-file', /is the secret of another key/],
])('a secret that is no good is refused: %s', async (key, message) => {
  const { status, body } = await api.call('POST', '/keys', { name: 'other', key });
  expect([status, body]).toMatchObject([400, { error: { param: 'key', message: expect.stringMatching(message) } }]);
});

test('a secret is of one key only, also while it is good for a while still', async () => {
  const { key } = await create();
  expect((await api.call('POST', '/keys', { name: 'other', key })).status).toBe(400);
  await api.call('POST', '/keys/ci/rotate', { grace_seconds: 60 });
  expect((await api.call('POST', '/keys', { name: 'other', key })).status).toBe(400);
});

test('a name that tokens have is refused, as their usage would be mixed', async () => {
  const { status, body } = await api.call('POST', '/keys', { name: 'sso' });
  expect([status, body]).toMatchObject([400, { error: { param: 'name' } }]);
});

test.each(['key', 'hash', 'previous_hash'])('%s cannot be set by a change', async (field) => {
  await create();
  for (const method of ['PUT', 'PATCH']) {
    const { status, body } = await api.call(method, '/keys/ci', { [field]: 'a'.repeat(64) });
    expect([status, body]).toMatchObject([400, { error: { param: field } }]);
  }
  expect((await api.call('POST', '/keys', { name: 'other', hash: 'a'.repeat(64) })).status).toBe(400);
});

test('a change leaves the secret as it is', async () => {
  await create();
  const before = stored();
  await api.call('PUT', '/keys/ci', { team: 'core' });
  await api.call('PATCH', '/keys/ci', { models: ['small'] });
  expect(stored()).toEqual({ ...before, team: 'core', models: ['small'] });
});

test('rotation gives a new secret, and lets the one before be good for a while', async () => {
  const first = String((await create())['key']);
  const { status, body } = await api.call('POST', '/keys/ci/rotate', { grace_seconds: 3_600 });
  expect(status).toBe(200);
  const second = String(body['key']);
  expect(second).not.toBe(first);
  expect(stored()).toMatchObject({ hash: hashSecret(second), previous_hash: hashSecret(first) });
  const left = Date.parse(String(body['previous_until'])) - Date.now();
  expect(left).toBeGreaterThan(3_500_000);
  expect(left).toBeLessThanOrEqual(3_600_000);

  // Without a body, the one before ends at once.
  const third = await api.call('POST', '/keys/ci/rotate');
  expect(third.body).not.toHaveProperty('previous_until');
  expect(stored()).not.toHaveProperty('previous_hash');
});

test.each([{ grace_seconds: -1 }, { grace_seconds: 'long' }, { grace_seconds: 3e6 }, { grace: 5 }])(
  'a rotation with %j is refused',
  async (body) => {
    await create();
    const { status, text } = await api.call('POST', '/keys/ci/rotate', body);
    expect([status, text]).toEqual([400, expect.stringContaining('grace')]);
  }
);

test('a key that is taken back stays listed, and cannot be brought back', async () => {
  await create();
  const { status, body } = await api.call('POST', '/keys/ci/revoke');
  expect([status, body]).toMatchObject([200, { name: 'ci', status: 'revoked', revoked_at: expect.any(String) }]);
  expect(body).not.toHaveProperty('key');
  expect((await api.call('GET', '/keys')).text).toContain('revoked');
  expect((await api.call('POST', '/keys/ci/rotate')).body).toMatchObject({ error: { code: 'key_revoked' } });
  // What tells that it is revoked is not the caller's to take out.
  await api.call('PUT', '/keys/ci', { ...body, revision: undefined, revoked_at: undefined });
  await api.call('PATCH', '/keys/ci', { revoked_at: null });
  expect((await api.call('GET', '/keys/ci')).body).toMatchObject({ status: 'revoked' });

  const again = await api.call('POST', '/keys/ci/revoke');
  expect(again.body).toMatchObject({ revoked_at: body['revoked_at'] });
});

test('one that has ended is told as such', async () => {
  await create({ expires_at: '2020-01-01T00:00:00Z' });
  expect((await api.call('GET', '/keys/ci')).body).toMatchObject({ status: 'expired' });
});

test('rotation and revocation are in the audit log', async () => {
  await create();
  await api.call('POST', '/keys/ci/rotate', { grace_seconds: 5 }, { 'x-llm-gateway-actor': 'ada' });
  await api.call('POST', '/keys/ci/revoke');
  expect((await api.call('GET', '/audit')).body['changes']).toMatchObject([
    { action: 'revoke', actor: 'admin', after: { revoked_at: expect.any(String) } },
    { action: 'rotate', actor: 'ada', after: { previous_until: expect.any(String) } },
    { action: 'create' },
  ]);
});

test('actions find keys with slashes in their names, as they are and encoded', async () => {
  await api.call('POST', '/keys', { name: 'a/b/rotate' });
  for (const path of ['/keys/a/b/rotate/rotate', '/keys/a%2Fb%2Frotate/rotate']) {
    expect(await api.call('POST', path)).toMatchObject({ status: 200, body: { name: 'a/b/rotate' } });
  }
  expect((await api.call('POST', '/keys/a/b/rotate')).status).toBe(404);
  expect((await api.call('POST', '/keys/a/b')).text).toContain('there can be: /rotate, /revoke');
  expect((await api.call('POST', '/keys/filed/revoke')).status).toBe(409);
});

test('a request that says it is JSON and is empty is one without a body', async () => {
  await create();
  expect((await api.call('POST', '/keys/ci/revoke', '')).status).toBe(200);
});
