import type { IncomingHttpHeaders } from 'node:http';

import { GatewayError } from '../errors/gatewayError.js';
import { Holder } from '../governance/credential.js';
import { Directory } from '../governance/directory.js';
import type { Identity } from '../governance/identity.js';
import type { Tokens } from '../governance/jwt/tokens.js';
import { keyDocument, revokedDocument, rotatedDocument } from '../governance/keyDocument.js';
import type { StoredObject } from '../store/storedObject.js';
import { type AuthenticateParts, authenticate, bearerToken } from './authenticate.js';

const NOW = Date.UTC(2026, 10, 2, 12);
const iso = (at: number) => new Date(at).toISOString();

const directory = new Directory({ warn: jest.fn(), error: jest.fn() });
directory.configure(
  {
    keys: [
      { name: 'ci', key: 'secret-1', team: 'platform' },
      { name: 'old', key: 'secret-old', expires_at: iso(NOW) },
      { name: 'soon', key: 'secret-soon', expires_at: iso(NOW + 1) },
      { name: 'home', key: 'secret-home', addresses: ['10.0.0.0/8'] },
      { name: 'barred', key: 'secret-barred', team: 'barred' },
      { name: 'eve', key: 'secret-eve', user: 'eve' },
    ],
    teams: [{ name: 'barred', blocked: true }],
    users: [{ name: 'eve', blocked: true }],
    budgets: [],
    limits: [],
  },
  () => ''
);
const stored = (revision: number, document: object): StoredObject => ({
  kind: 'key',
  name: (document as { name: string }).name,
  document: { ...document },
  revision,
  deleted: false,
  createdAt: NOW,
  updatedAt: NOW,
});
const key = (name: string) => keyDocument({ name }, `secret-${name}`);
directory.apply([
  stored(1, revokedDocument(key('gone'), NOW - 1_000)),
  stored(2, rotatedDocument(key('fresh'), 'secret-fresh-2', 1, NOW - 500)),
  stored(3, rotatedDocument(key('stale'), 'secret-stale-2', 1, NOW - 1_000)),
]);

const IDENTITY: Identity = {
  key: 'sso',
  team: undefined,
  user: 'ada',
  tags: undefined,
  models: undefined,
  mayComeFrom: undefined,
  expiresAt: undefined,
  replacedAt: undefined,
  revokedAt: undefined,
};

const refused = jest.fn();
let readable: boolean;

beforeEach(() => {
  refused.mockClear();
  readable = true;
});

function enter(headers: IncomingHttpHeaders, ip = '127.0.0.1', tokens: Partial<Tokens> = { handles: () => false }) {
  const parts: AuthenticateParts = {
    directory,
    tokens: tokens as Tokens,
    storeReadable: () => readable,
    refused,
    now: () => NOW,
  };
  return authenticate({ headers, ip }, parts);
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

test.each<[IncomingHttpHeaders, string]>([
  [bearer('secret-1'), 'ci'],
  [{ 'x-api-key': 'secret-1' }, 'ci'],
  [{ 'api-key': 'secret-1' }, 'ci'],
  [{ authorization: 'Basic abc', 'x-api-key': 'secret-1' }, 'ci'],
  [{ ...bearer('secret-1'), 'x-api-key': 'something else' }, 'ci'],
  [bearer('secret-soon'), 'soon'],
  [bearer('secret-fresh'), 'fresh'],
  [bearer('secret-fresh-2'), 'fresh'],
  [bearer('secret-stale-2'), 'stale'],
])('%j is a key', (headers, name) => {
  expect(enter(headers)).toMatchObject({ key: name });
  expect(refused).not.toHaveBeenCalled();
});

test.each<[IncomingHttpHeaders, string, string]>([
  [{}, 'missing_key', 'missing_api_key'],
  [{ authorization: '' }, 'missing_key', 'missing_api_key'],
  [{ authorization: 'secret-1' }, 'missing_key', 'missing_api_key'],
  [{ authorization: 'Basic secret-1' }, 'missing_key', 'missing_api_key'],
  [{ authorization: 'Bearer' }, 'missing_key', 'missing_api_key'],
  [{ 'x-api-key': '' }, 'missing_key', 'missing_api_key'],
  [bearer('secret-2'), 'invalid_key', 'invalid_api_key'],
  [bearer('SECRET-1'), 'invalid_key', 'invalid_api_key'],
  [bearer('secret-1x'), 'invalid_key', 'invalid_api_key'],
  [{ 'x-api-key': 'secret-2' }, 'invalid_key', 'invalid_api_key'],
  [{ ...bearer('secret-2'), 'x-api-key': 'secret-1' }, 'invalid_key', 'invalid_api_key'],
  [bearer('secret-gone'), 'invalid_key', 'invalid_api_key'],
  [bearer('secret-stale'), 'invalid_key', 'invalid_api_key'],
  [bearer('secret-old'), 'expired_key', 'api_key_expired'],
])('%j is refused as %s', (headers, reason, code) => {
  expect(() => enter(headers)).toThrow(expect.objectContaining({ status: 401, type: 'authentication_error', code }));
  expect(refused.mock.calls).toEqual([[reason]]);
});

test.each([
  ['secret-home', '192.168.0.1', 'address', 'address_not_allowed'],
  ['secret-home', 'unknown', 'address', 'address_not_allowed'],
  ['secret-barred', '127.0.0.1', 'blocked', 'blocked'],
  ['secret-eve', '127.0.0.1', 'blocked', 'blocked'],
])('%s from %s is refused as %s', (secret, ip, reason, code) => {
  expect(() => enter(bearer(secret), ip)).toThrow(
    expect.objectContaining({ status: 403, type: 'permission_error', code })
  );
  expect(refused.mock.calls).toEqual([[reason]]);
});

test.each(['10.1.2.3', '::ffff:10.1.2.3'])('a key for a network is let in from %s', (ip) => {
  expect(enter(bearer('secret-home'), ip)).toMatchObject({ key: 'home' });
});

test.each([
  ['secret-old', /"old" expired at 2026-11-02T12:00:00\.000Z/],
  ['secret-gone', /"gone" was revoked at 2026-11-02T11:59:59\.000Z/],
  ['secret-stale', /"stale" has a new secret, and this one ended at 2026-11-02T12:00:00\.000Z/],
  ['secret-barred', /The team "barred" is blocked/],
  ['secret-eve', /The user "eve" is blocked/],
  ['secret-home', /"home" may not be used from 127\.0\.0\.1/],
])('a refusal of %s says why: %s', (secret, message) => {
  expect(() => enter(bearer(secret))).toThrow(message);
});

test('a refusal does not repeat the key', () => {
  for (const secret of ['sk-mistyped', 'secret-old', 'secret-gone', 'secret-home', 'secret-barred']) {
    expect(() => enter(bearer(secret))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) })
    );
  }
});

describe('while the store of keys cannot be read', () => {
  beforeEach(() => (readable = false));

  test('a key that is not known is not called wrong', () => {
    expect(() => enter(bearer('secret-2'))).toThrow(
      expect.objectContaining({ status: 503, code: 'key_store_unavailable', retryAfterSeconds: 5 })
    );
    expect(refused.mock.calls).toEqual([['key_store_unavailable']]);
  });

  test('known keys are judged as ever, and no key is still none', () => {
    expect(enter(bearer('secret-1'))).toMatchObject({ key: 'ci' });
    expect(() => enter(bearer('secret-gone'))).toThrow(expect.objectContaining({ status: 401 }));
    expect(() => enter({})).toThrow(expect.objectContaining({ status: 401 }));
  });
});

describe('a token', () => {
  const holder = new Holder(IDENTITY);
  const tokens = (holderOf: Tokens['holderOf']) => ({ handles: (secret: string) => secret === 'a.b.c', holderOf });

  test('that is remembered is let in at once', () => {
    expect(
      enter(
        bearer('a.b.c'),
        '127.0.0.1',
        tokens(() => holder)
      )
    ).toMatchObject({ key: 'sso', user: 'ada' });
  });

  test('that has to be checked is let in then', async () => {
    const entering = enter(
      bearer('a.b.c'),
      '127.0.0.1',
      tokens(async () => holder)
    );
    expect(entering).toBeInstanceOf(Promise);
    expect(await entering).toMatchObject({ key: 'sso', user: 'ada' });
    expect(refused).not.toHaveBeenCalled();
  });

  test('of a blocked user is refused', async () => {
    const eve = new Holder({ ...IDENTITY, user: 'eve' });
    await expect(
      enter(
        bearer('a.b.c'),
        '127.0.0.1',
        tokens(async () => eve)
      )
    ).rejects.toMatchObject({ code: 'blocked' });
    expect(() =>
      enter(
        bearer('a.b.c'),
        '127.0.0.1',
        tokens(() => eve)
      )
    ).toThrow(GatewayError);
    expect(refused.mock.calls).toEqual([['blocked'], ['blocked']]);
  });

  test.each([
    ['invalid_token', 'invalid_token'],
    ['token_expired', 'expired_token'],
    ['jwks_unavailable', 'jwks_unavailable'],
  ])('that is refused with %s is counted as %s', async (code, reason) => {
    const error = new GatewayError('no', { status: 401, type: 'authentication_error', code });
    const refusing = tokens(() => Promise.reject(error));
    await expect(enter(bearer('a.b.c'), '127.0.0.1', refusing)).rejects.toBe(error);
    expect(refused.mock.calls).toEqual([[reason]]);
  });
});

test('a fault of ours is not counted as a refusal', () => {
  const broken = {
    handles: () => true,
    holderOf: () => {
      throw new Error('broken');
    },
  };
  expect(() => enter(bearer('secret-2'), '127.0.0.1', broken)).toThrow('broken');
  expect(refused).not.toHaveBeenCalled();
});

test.each([
  ['Bearer abc', 'abc'],
  ['bearer abc', 'abc'],
  ['BEARER   abc  ', 'abc'],
  ['Bearer a.b-c_d~e+f/g=', 'a.b-c_d~e+f/g='],
  ['Bearer a b', undefined],
  ['Bearer ', undefined],
  ['Bearerabc', undefined],
  ['Basic abc', undefined],
  [undefined, undefined],
])('the token of %j is %j', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});
