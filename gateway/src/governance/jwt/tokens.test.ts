import { UnsecuredJWT } from 'jose';

import { TestTokenIssuer } from '../../../../tests/support/tokenIssuer.js';
import type { JwtConfig } from '../../config/schema.js';
import { Tokens } from './tokens.js';

const REFRESH_MS = 5_000;

const log = { warn: jest.fn() };
let issuer: TestTokenIssuer;
let rule: JwtConfig;
let tokens: Tokens;
let ahead: number;

beforeEach(async () => {
  issuer = await TestTokenIssuer.start();
  rule = { name: 'sso', issuer: issuer.url, audience: 'gateway', algorithms: ['RS256', 'ES256'], user_claim: 'sub' };
  ahead = 0;
  tokens = configured(rule);
});

afterEach(() => issuer.stop());

function configured(...jwt: JwtConfig[]): Tokens {
  const made = new Tokens(log, () => Date.now() + ahead);
  made.configure({ refresh_ms: REFRESH_MS, jwt });
  return made;
}

/** Whether a token is checked rather than known; whatever comes of it. */
async function isChecked(token: string): Promise<boolean> {
  const found = tokens.holderOf(token);
  await Promise.allSettled([found]);
  return found instanceof Promise;
}

const identityOf = async (token: string) => (await tokens.holderOf(token)).identity;

test('a good token is its user’s, found by discovery', async () => {
  expect(await identityOf(await issuer.token())).toMatchObject({ key: 'sso', user: 'ada', team: undefined });
  expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
});

test('where the keys are can be said instead', async () => {
  tokens = configured({ ...rule, issuer: 'id', jwks_url: `${issuer.url}/keys` });
  expect(await identityOf(await issuer.token({ iss: 'id' }))).toMatchObject({ user: 'ada' });
  expect(issuer.asked).toEqual(['/keys']);
});

test('the audience may be one of several', async () => {
  expect(await identityOf(await issuer.token({ aud: ['other', 'gateway'] }))).toMatchObject({ user: 'ada' });
});

test.each([
  [{}, { user: 'ada', team: 'fallback' }],
  [{ team: 'research' }, { team: 'research' }],
  [{ team: ['research', 'platform'] }, { team: 'research' }],
  [{ team: [] }, { team: 'fallback' }],
  [{ email: 'ada@example.com' }, { user: 'ada' }],
])('of the claims %j come %j', async (claims, identity) => {
  tokens = configured({ ...rule, team_claim: 'team', team: 'fallback' });
  expect(await identityOf(await issuer.token(claims))).toMatchObject(identity);
});

test('the user can be in another claim, and the models in the rule', async () => {
  tokens = configured({ ...rule, user_claim: 'email', models: ['gpt-*'] });
  const { user, models } = await identityOf(await issuer.token({ email: 'ada@example.com' }));
  expect(user).toBe('ada@example.com');
  expect(models?.allows('gpt-4o')).toBe(true);
  expect(models?.allows('other')).toBe(false);
});

describe('refused is a token', () => {
  const refusal = async (token: string): Promise<unknown> =>
    Promise.resolve(tokens.holderOf(token)).catch((e: unknown) => e);
  const expectInvalid = async (token: string, message: RegExp) =>
    expect(await refusal(token)).toMatchObject({
      status: 401,
      type: 'authentication_error',
      code: 'invalid_token',
      message: expect.stringMatching(message),
    });

  test('that has expired, with the time', async () => {
    expect(await refusal(await issuer.token({ expiresIn: -60 }))).toMatchObject({
      status: 401,
      code: 'token_expired',
      message: expect.stringMatching(/^The token expired at 20\d\d-.*Z\./),
    });
  });

  test.each([
    ['for others', { aud: 'other' }, /for this gateway, its claim "aud" must be "gateway"/],
    ['for nobody', { aud: undefined }, /its claim "aud" must be "gateway"/],
    ['of an unknown issuer', { iss: 'https://elsewhere.example' }, /issuer is none that this gateway knows/],
    ['that is not good yet', { nbf: Math.floor(Date.now() / 1000) + 3_600 }, /claim "nbf" is still to come/],
    ['without a user', { sub: undefined }, /claim "sub", which names the user/],
    ['with a user that is no name', { sub: { name: 'ada' } }, /claim "sub", which names the user/],
    ['with a user that is too long', { sub: 'x'.repeat(513) }, /claim "sub", which names the user/],
  ])('%s', async (_what, claims, message) => {
    await expectInvalid(await issuer.token(claims), message);
  });

  test('with a team that is no name', async () => {
    tokens = configured({ ...rule, team_claim: 'team' });
    await expectInvalid(await issuer.token({ team: 7 }), /claim "team", which names the team/);
  });

  test('that never ends', async () => {
    const [header, , signature] = (await issuer.token()).split('.');
    const claims = { iss: issuer.url, aud: 'gateway', sub: 'ada' };
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await expectInvalid([header, payload, signature].join('.'), /signature does not fit/);
    await expectInvalid(await issuer.endless(), /claim "exp" is missing/);
  });

  test('that is not signed', async () => {
    const unsigned = new UnsecuredJWT({ sub: 'ada' })
      .setIssuer(issuer.url)
      .setAudience('gateway')
      .setExpirationTime('1h');
    const token = unsigned.encode();
    expect(tokens.handles(token)).toBe(true);
    await expectInvalid(token, /must be signed with RS256 or ES256/);
  });

  test('signed with an algorithm that is not allowed', async () => {
    tokens = configured({ ...rule, algorithms: ['RS256'] });
    await expectInvalid(await issuer.token(), /must be signed with RS256/);
  });

  test('signed by somebody else under the same key id', async () => {
    const other = await TestTokenIssuer.start();
    const token = await other.token({ iss: issuer.url });
    await other.stop();
    await expectInvalid(token, /signature does not fit/);
  });

  test('signed with a key that the issuer does not have', async () => {
    await issuer.rotate('second');
    issuer.withdraw('second');
    await expectInvalid(await issuer.token(), /issuer has no such key/);
  });

  test('that cannot be read', async () => {
    await expectInvalid('a.b.c', /cannot be read/);
  });

  test('never with itself in the error', async () => {
    const token = await issuer.token({ aud: 'other' });
    const error = (await refusal(token)) as Error;
    for (const part of token.split('.')) {
      expect(error.message).not.toContain(part);
    }
  });
});

test.each([
  ['a.b.c', true],
  ['a.b.', true],
  ['a_-.b_-.c_-', true],
  ['sk-llmgw-abc', false],
  ['a.b', false],
  ['a.b.c.d', false],
  ['a..c', false],
  ['', false],
])('whether %j looks like a token: %s', (secret, expected) => {
  expect(tokens.handles(secret)).toBe(expected);
  expect(configured().handles(secret)).toBe(false);
});

test('one issuer may have several audiences', async () => {
  tokens = configured(rule, { ...rule, name: 'batch', audience: 'batch' });
  expect(await identityOf(await issuer.token({ aud: 'batch' }))).toMatchObject({ key: 'batch' });
  expect(await identityOf(await issuer.token())).toMatchObject({ key: 'sso' });
});

test('a token that was checked is believed for a while, and then checked again', async () => {
  const token = await issuer.token();
  const holder = await tokens.holderOf(token);
  expect(tokens.holderOf(token)).toBe(holder);
  ahead = REFRESH_MS;
  const again = tokens.holderOf(token);
  expect(again).toBeInstanceOf(Promise);
  expect((await again).identity).toEqual(holder.identity);
});

test('a token is not believed past its end', async () => {
  const token = await issuer.token({ expiresIn: 2 });
  await tokens.holderOf(token);
  expect(await isChecked(token)).toBe(false);
  ahead = 2_000;
  expect(await isChecked(token)).toBe(true);
});

test('a bounded number of tokens is remembered', async () => {
  const first = await issuer.token();
  await tokens.holderOf(first);
  const map = (tokens as unknown as { known: Map<string, unknown> }).known;
  for (let each = 0; each < 9_999; each++) {
    map.set(`other ${each}`, {});
  }
  await tokens.holderOf(await issuer.token({ sub: 'bob' }));
  expect(map.size).toBe(10_000);
  expect(await isChecked(first)).toBe(true);
});

describe('when the issuer’s keys cannot be read', () => {
  test('a token of a known key goes on', async () => {
    await identityOf(await issuer.token());
    issuer.mode = 'broken';
    expect(await identityOf(await issuer.token({ sub: 'bob' }))).toMatchObject({ user: 'bob' });
  });

  test('a token of an unknown key is not called wrong', async () => {
    issuer.mode = 'broken';
    await expect(tokens.holderOf(await issuer.token())).rejects.toMatchObject({
      status: 503,
      code: 'jwks_unavailable',
      retryAfterSeconds: 5,
    });
    const told = expect.objectContaining({ issuer: issuer.url, err: expect.any(Error) });
    expect(log.warn).toHaveBeenCalledWith(told, 'the keys of a token issuer cannot be read');
  });

  test('discovery of another issuer is not believed', async () => {
    tokens = configured({ ...rule, issuer: `${issuer.url}/` });
    const token = await issuer.token({ iss: `${issuer.url}/` });
    await expect(tokens.holderOf(token)).rejects.toMatchObject({ code: 'jwks_unavailable' });
  });
});

test('a token of a new key is good as soon as the issuer has it', async () => {
  await identityOf(await issuer.token());
  await issuer.rotate('second', 'RS256');
  ahead = REFRESH_MS;
  expect(await identityOf(await issuer.token({ sub: 'bob' }))).toMatchObject({ user: 'bob' });
});

describe('with other rules', () => {
  test('tokens of a rule that is gone are refused, remembered ones too', async () => {
    const token = await issuer.token();
    await tokens.holderOf(token);
    tokens.configure({ refresh_ms: REFRESH_MS, jwt: [{ ...rule, audience: 'other' }] });
    await expect(tokens.holderOf(token)).rejects.toMatchObject({ code: 'invalid_token' });
    tokens.configure({ refresh_ms: REFRESH_MS, jwt: [] });
    expect(tokens.handles(token)).toBe(false);
  });

  test('a rule that did not change keeps the keys it knows', async () => {
    const token = await issuer.token();
    await tokens.holderOf(token);
    tokens.configure({ refresh_ms: REFRESH_MS, jwt: [{ ...rule }, { ...rule, name: 'b', audience: 'b' }] });
    issuer.mode = 'broken';
    expect(await identityOf(token)).toMatchObject({ key: 'sso' });
  });

  test('a reload that changes none of them forgets no token', async () => {
    const token = await issuer.token();
    const holder = await tokens.holderOf(token);
    tokens.configure({ refresh_ms: REFRESH_MS, jwt: [{ ...rule }] });
    expect(tokens.holderOf(token)).toBe(holder);
  });

  test('a token whose rule goes while it is checked is not remembered', async () => {
    const token = await issuer.token();
    const checking = tokens.holderOf(token);
    tokens.configure({ refresh_ms: REFRESH_MS, jwt: [{ ...rule, models: ['gpt-*'] }] });
    await checking;
    expect(await isChecked(token)).toBe(true);
  });
});
