import { request } from 'node:http';

import { ADMIN_TOKEN, AdminApp, VIEWER_TOKEN } from '../../../../tests/support/adminApp.js';
import { isPlain } from './plainPath.js';

let api: AdminApp;
beforeAll(async () => {
  api = await AdminApp.start();
});
afterAll(() => api.remove());

interface Operation {
  readonly method: string;
  readonly path: string;
}

/** Every operation that the API describes. */
function operations(): readonly Operation[] {
  const paths = api.openApi()['paths'] as Readonly<Record<string, object>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/v1', '').replace('{name}', 'demo'),
    }))
  );
}

/** As it is written: fetch would tidy the path. */
function rawStatus(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.origin);
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
    request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('the viewer may read everything and change nothing', async () => {
  expect(operations().length).toBeGreaterThan(40);
  for (const { method, path } of operations()) {
    const { status, body } = await api.call(method, path, undefined, { authorization: `Bearer ${VIEWER_TOKEN}` });
    if (method === 'GET') {
      expect([path, status]).toEqual([path, expect.any(Number)]);
      // 400 where a parameter is needed: it was let in all the same.
      expect([200, 400, 404]).toContain(status);
    } else {
      const message = expect.stringContaining('send the admin token (LLM_GATEWAY_ADMIN_TOKEN)');
      expect([method, path, status, body]).toMatchObject([
        method,
        path,
        403,
        { error: { type: 'permission_error', message } },
      ]);
    }
  }
  expect((await api.call('GET', '/audit')).body).toMatchObject({ changes: [] });
});

test.each([undefined, 'Bearer wrong', `Basic ${ADMIN_TOKEN}`, `Bearer ${ADMIN_TOKEN.slice(0, -1)}`, 'Bearer '])(
  'nobody does anything with %s',
  async (authorization) => {
    for (const { method, path } of operations()) {
      const headers = authorization === undefined ? { authorization: '' } : { authorization };
      expect([method, path, (await api.call(method, path, undefined, headers)).status]).toEqual([method, path, 401]);
    }
  }
);

test('who has no token is told which there are', async () => {
  const message = async (method: string) => (await api.call(method, '/keys', undefined, { authorization: '' })).text;
  expect(await message('GET')).toContain('LLM_GATEWAY_ADMIN_TOKEN) or the viewer token (LLM_GATEWAY_VIEWER_TOKEN)');
  expect(await message('POST')).not.toContain('VIEWER');
});

test.each([
  '/api/v1/models/../keys',
  '/api/v1/models/./small',
  '/api/v1/models/a%2f..%2f..%2fkeys',
  '/api/v1/models/%2e%2e/keys',
  '/api/v1/models/small%2E1',
  '/api/v1/models/a%252e%252e',
  '/api/v1/models/a\\..\\b',
])('%s is not served', async (path) => {
  expect(await rawStatus(path)).toBe(400);
  expect(await rawStatus(path, 'DELETE')).toBe(400);
});

test.each([
  '/api/v1/models/gpt-4.1',
  '/api/v1/models/..small',
  '/api/v1/models/a%2Fb',
  '/api/v1/models/50%25',
  '/api/v1/models/...',
])('%s is as plain as any', (path) => {
  expect(isPlain(path)).toBe(true);
});

test('a path that cannot be decoded is not served', async () => {
  expect(isPlain('/api/v1/models/%zz')).toBe(false);
  expect(await rawStatus('/api/v1/models/%zz')).toBe(400);
});

test.each([
  ['ada@example.com', 'ada@example.com'],
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['Ren\u00c3\u00a9', 'Ren\u00e9'],
  ['x'.repeat(300), 'x'.repeat(200)],
  ['a\tb', 'a b'],
  [' ', 'admin'],
])('the acting person %j is written down as %j', async (header, actor) => {
  await api.call('PATCH', '/simulator/demo', { behaviour: { error_rate: 0.5 } }, { 'x-llm-gateway-actor': header });
  const { body } = await api.call('GET', '/audit?limit=1');
  expect(body['changes']).toMatchObject([{ actor }]);
});
