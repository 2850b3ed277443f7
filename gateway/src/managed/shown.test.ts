import { shownDocument } from './shown.js';
import { shownSections } from './shownSections.js';
import { parseConfig } from '../config/load.js';

test.each([
  ['a long one', 'sk-0123456789abcdef01234', { has_api_key: true, api_key_ends_with: '1234' }],
  ['a short one', 'sk-0123456789abcdef0', { has_api_key: true }],
  ['none', undefined, { has_api_key: false }],
])('of a secret, no more is shown than its end: %s', (_what, secret, shown) => {
  const document = { name: 'own', ...(secret === undefined ? {} : { api_key: secret }) };
  expect(shownDocument('provider', document)).toEqual({ name: 'own', ...shown });
});

test('a secret that cannot be opened is there all the same', () => {
  expect(shownDocument('provider', { name: 'own' }, { api_key: 'sealed:v1:a:b:c' })).toMatchObject({
    has_api_key: true,
  });
});

test('of a key, neither the secret nor its hash is shown', () => {
  const document = { name: 'ci', key: 'secret', hash: 'aa', previous_hash: 'bb', prefix: 'sk-1', team: 'core' };
  expect(shownDocument('key', document)).toEqual({ name: 'ci', prefix: 'sk-1', team: 'core' });
});

test('a password in an address is not shown', () => {
  const shown = (address: string) => shownDocument('provider', { base_url: address })['base_url'];
  expect(shown('https://user:password@host/v1')).toBe('https://***@host/v1');
  expect(shown('https://host/v1')).toBe('https://host/v1');
  expect(shown('no address')).toBe('no address');
});

test('other sections are shown without what is secret in them', () => {
  const config = parseConfig(
    `
providers: [{ name: demo, type: simulator }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
webhooks: [{ name: chat, url: https://hooks.example.com/services/T0/canary, secret: canary-canary-canary }]
auth: { jwt: [{ name: sso, issuer: https://user:canary@sso.example.com, audience: llm, jwks_url: https://sso.example.com/keys }] }
`,
    'gateway.yaml',
    {}
  );
  const shown = shownSections(config);
  expect(JSON.stringify(shown)).not.toContain('canary');
  expect(shown).toMatchObject({
    routing: { max_attempts: 4 },
    webhooks: [{ name: 'chat', url: 'https://hooks.example.com/***', has_secret: true }],
    auth: { jwt: [{ name: 'sso', issuer: 'https://***@sso.example.com/', user_claim: 'sub' }] },
  });
  expect(Object.keys(shown)).not.toContain('providers');
});
