import { parseConfig } from './load.js';
import type { ConfigError } from './problem.js';

const BASE = `
providers: [{ name: demo, type: simulator }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
`;

/** What is wrong with a configuration that has these lines too, as `key: message`. */
function problems(lines: string): string[] {
  try {
    parseConfig(BASE + lines, 'gateway.yaml', {});
    return [];
  } catch (error) {
    return (error as ConfigError).problems.map(({ key, message }) => `${key}: ${message}`);
  }
}

test('a configuration with everything in it is right', () => {
  expect(
    problems(`
server: { trusted_proxies: [10.0.0.0/8, "::1"] }
keys: [{ name: ci, key: secret-1, team: platform, user: ada, models: [gpt-*], addresses: [10.0.0.1], expires_at: "2027-01-01T00:00:00Z" }]
teams: [{ name: platform, blocked: false }]
users: [{ name: ada, team: platform }]
budgets:
  - { name: all, team: "*", limit_usd: 100, period: weekly, timezone: Europe/Berlin }
  - { name: ci, key: ci, limit_tokens: 1000, window: 5h, hard: false }
  - { name: search, tag: feature=search, limit_usd: 0.5 }
limits: [{ name: ci, key: ci, requests_per_minute: 60 }]
auth: { jwt: [{ name: sso, issuer: "https://id.example", audience: gateway }] }
webhooks: [{ name: chat, url: "https://chat.example", secret: 0123456789abcdef }]
`)
  ).toEqual([]);
});

test.each([
  ['keys: [{ name: a, key: secret-1 }, { name: a, key: secret-2 }]', 'keys[1].name'],
  ['teams: [{ name: a }, { name: a }]', 'teams[1].name'],
  ['users: [{ name: a }, { name: a }]', 'users[1].name'],
  [
    'budgets: [{ name: a, key: x, limit_usd: 1 }, { name: b, key: x, limit_usd: 1 }, { name: a, key: y, limit_usd: 1 }]',
    'budgets[2].name',
  ],
  ['limits: [{ name: a, key: x, parallel_requests: 1 }, { name: a, key: y, parallel_requests: 1 }]', 'limits[1].name'],
  [
    'prices: [{ name: a, model: x, price: { per_request_usd: 1 } }, { name: a, model: y, price: { per_request_usd: 1 } }]',
    'prices[1].name',
  ],
  [
    'webhooks: [{ name: a, url: "http://a", secret: 0123456789abcdef }, { name: a, url: "http://b", secret: 0123456789abcdef }]',
    'webhooks[1].name',
  ],
  [
    'auth: { jwt: [{ name: a, issuer: "https://a", audience: x }, { name: a, issuer: "https://b", audience: x }] }',
    'auth.jwt[1].name',
  ],
])('names must differ: %s', (lines, key) => {
  expect(problems(lines)).toEqual([`${key}: "a" is there twice; names must differ`]);
});

test.each([
  [
    'budgets: [{ name: a, limit_usd: 1 }]',
    /^budgets\[0\]: does not say what the budget is on; give it one of: key, team/,
  ],
  ['budgets: [{ name: a, key: x, team: y, limit_usd: 1 }]', /^budgets\[0\]\.team: is there beside key; only one/],
  [
    'budgets: [{ name: a, key: x }]',
    /^budgets\[0\]: does not say what may be spent; give it one of: limit_usd, limit_tokens/,
  ],
  [
    'budgets: [{ name: a, key: x, limit_usd: 1, limit_tokens: 1 }]',
    /^budgets\[0\]\.limit_tokens: is there beside limit_usd/,
  ],
  [
    'budgets: [{ name: a, key: x, limit_usd: 0.0000000001 }]',
    /^budgets\[0\]\.limit_usd: must be at least 0\.000000001/,
  ],
  [
    'budgets: [{ name: a, key: x, limit_usd: 1, period: daily, window: 5h }]',
    /^budgets\[0\]\.window: is there beside period/,
  ],
  [
    'budgets: [{ name: a, key: x, limit_usd: 1, timezone: Berlin }]',
    /^budgets\[0\]\.timezone: is not a known time zone/,
  ],
  ['budgets: [{ name: a, key: x, limit_usd: 1, window: 5w }]', /^budgets\[0\]\.window: must match/],
  ['budgets: [{ name: a, tag: search, limit_usd: 1 }]', /^budgets\[0\]\.tag: must match/],
  [
    'limits: [{ name: a, requests_per_minute: 1 }]',
    /^limits\[0\]: does not say what the limit is on; give it one of: key, team, user, model$/,
  ],
  ['limits: [{ name: a, user: x, model: y, requests_per_minute: 1 }]', /^limits\[0\]\.model: is there beside user/],
  ['limits: [{ name: a, user: x }]', /^limits\[0\]: limits nothing; give it at least one of: requests_per_minute/],
  [
    'keys: [{ name: a, key: secret-1, addresses: [10.0.0.0/8, home] }]',
    /^keys\[0\]\.addresses\[1\]: is neither an address nor a network/,
  ],
  ['keys: [{ name: a, key: secret-1, expires_at: tomorrow }]', /^keys\[0\]\.expires_at: must match format/],
  ['keys: [{ name: a, key: secret-1, expires_at: "2016-12-31T23:59:60Z" }]', /^keys\[0\]\.expires_at: is not a time/],
  ['server: { trusted_proxies: [10.0.0.0/33] }', /^server\.trusted_proxies\[0\]: is neither an address nor a network/],
  ['auth: { jwt: [{ name: a, issuer: id, audience: x }] }', /^auth\.jwt\[0\]\.issuer: must be a URL/],
  [
    'auth: { jwt: [{ name: a, issuer: id, jwks_url: "http://", audience: x }] }',
    /^auth\.jwt\[0\]\.jwks_url: is not a URL/,
  ],
  [
    'auth: { jwt: [{ name: a, issuer: "https://a", audience: x, algorithms: [RS256, none] }] }',
    /^auth\.jwt\[0\]\.algorithms\[1\]: must be one of: RS256/,
  ],
  [
    'auth: { jwt: [{ name: a, issuer: "https://a", audience: x, algorithms: [HS256] }] }',
    /^auth\.jwt\[0\]\.algorithms\[0\]: must be one of: RS256/,
  ],
  [
    'auth: { jwt: [{ name: a, issuer: "https://a", audience: x }, { name: b, issuer: "https://a", audience: x }] }',
    /^auth\.jwt\[1\]\.audience: is there twice for this issuer/,
  ],
  [
    'keys: [{ name: a, key: secret-1 }]\nauth: { jwt: [{ name: a, issuer: "https://a", audience: x }] }',
    /^auth\.jwt\[0\]\.name: "a" is the name of a key too/,
  ],
])('%s is told of', (lines, problem) => {
  const found = problems(lines);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(problem);
});

test('an issuer that is no URL will do where its keys are given', () => {
  expect(problems('auth: { jwt: [{ name: a, issuer: id, jwks_url: "http://id/keys", audience: x }] }')).toEqual([]);
});
