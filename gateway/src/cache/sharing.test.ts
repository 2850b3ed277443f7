import type { Principal } from '../governance/principal.js';
import { type Sharing, scopeOf } from './sharing.js';

const ci: Principal = { key: 'ci', team: 'core' };
const cd: Principal = { key: 'cd', team: 'core' };
const other: Principal = { key: 'x', team: 'other' };
const alone: Principal = { key: 'alone', team: undefined };
const lonely: Principal = { key: 'lonely', team: undefined };

const shares = (share: Sharing, a: Principal, b: Principal) =>
  JSON.stringify(scopeOf(a, share)) === JSON.stringify(scopeOf(b, share));

test.each<[Sharing, Principal, Principal, boolean]>([
  ['key', ci, ci, true],
  ['key', ci, cd, false],
  ['team', ci, cd, true],
  ['team', ci, other, false],
  ['team', alone, alone, true],
  ['team', alone, lonely, false],
  ['team', ci, alone, false],
  ['everyone', ci, other, true],
  ['everyone', ci, alone, true],
])('by %s: %j and %j: %s', (share, a, b, expected) => {
  expect(shares(share, a, b)).toBe(expected);
});

test('holders of tokens have the name of a rule in common, and no answers', () => {
  const ada: Principal = { key: 'sso', team: 'core', user: 'ada' };
  const bob: Principal = { key: 'sso', team: 'core', user: 'bob' };
  const eve: Principal = { key: 'sso', team: 'other', user: 'ada' };
  expect(shares('key', ada, bob)).toBe(false);
  expect(shares('key', ada, eve)).toBe(false);
  expect(shares('team', ada, bob)).toBe(true);
  expect(shares('team', ada, eve)).toBe(false);
});

test('a key cannot take the name of a team', () => {
  expect(shares('team', { key: 'core', team: undefined }, ci)).toBe(false);
});
