import { AdminApp } from '../../../../tests/support/adminApp.js';

/** Stands in every place where a secret can; no answer and no line of the log may have it, or a half of it. */
const CANARY = 'canary-7f3a-secret-4b1e-yellow';
const TRACES = ['canary-7f3a', '4b1e-yellow'];

const FILE = `
providers:
  - { name: demo, type: simulator }
  - { name: filed, type: openai-compatible, base_url: "http://user:${CANARY}@127.0.0.1:9/v1", api_key: ${CANARY}-1 }
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
keys: [{ name: filed, key: ${CANARY}-2 }]
webhooks: [{ name: chat, url: "https://hooks.example.com/${CANARY}", secret: ${CANARY}-3 }]
`;

jest.setTimeout(60_000);

let api: AdminApp;
beforeAll(async () => {
  api = await AdminApp.start({ file: FILE, masterKey: CANARY });
  await api.call('POST', '/providers', OWN);
});
afterAll(() => api.remove());

const OWN = { name: 'own', type: 'openai-compatible', base_url: 'http://127.0.0.1:9/v1', api_key: `${CANARY}-4` };

/** Bodies that have the canary where it belongs, and where it does not. */
const BODIES: readonly unknown[] = [
  undefined,
  OWN,
  { ...OWN, name: 'new' },
  { ...OWN, api_key: [CANARY] },
  { ...OWN, api_key: `sealed:${CANARY}` },
  { ...OWN, base_url: `https://user:${CANARY}@host/v1` },
  { ...OWN, timeouts: { api_key: CANARY } },
  { name: 'ci', key: CANARY },
  { name: 'ci', key: `${CANARY} with spaces` },
  { name: 'ci', hash: CANARY },
  { key: CANARY, hash: CANARY, api_key: CANARY, previous_hash: CANARY },
  `{"api_key": "${CANARY}",`,
  `{"api_key": ${CANARY}}`,
  CANARY,
];

test('no answer to anything has a secret in it, and neither has the log', async () => {
  const paths = api.openApi()['paths'] as Readonly<Record<string, object>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method) =>
      (path.includes('{name}') ? ['own', 'filed', 'ci', 'demo'] : ['']).map(
        (name) => [method.toUpperCase(), path, name] as const
      )
    )
  );
  // What removes comes last.
  const inOrder = operations.sort(([a], [b]) => Number(a === 'DELETE') - Number(b === 'DELETE'));
  let answered = 0;
  for (const [method, path, name] of inOrder) {
    for (const body of method === 'GET' ? [undefined] : BODIES) {
      const url = path.replace('/api/v1', '').replace('{name}', name);
      const { status, text } = await api.call(method, url, body);
      expect([method, url, body, status]).not.toEqual([method, url, body, 500]);
      // The answer of whoever creates a key repeats the secret that was brought along, once.
      const allowed = method === 'POST' && path === '/api/v1/keys' && status === 201;
      const found = TRACES.filter((trace) => text.includes(trace));
      expect([method, url, body, allowed ? [] : found]).toEqual([method, url, body, []]);
      answered++;
    }
  }
  expect(answered).toBeGreaterThan(500);
  expect(TRACES.filter((trace) => api.logged.join().includes(trace))).toEqual([]);
  const changes = await api.store.db.selectFrom('audit_log').selectAll().execute();
  expect(changes.length).toBeGreaterThan(5);
  expect(TRACES.filter((trace) => JSON.stringify(changes).includes(trace))).toEqual([]);
});
