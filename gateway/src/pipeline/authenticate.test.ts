import { createKeyRing } from '../governance/keyRing.js';
import { authenticate, bearerToken } from './authenticate.js';

const principal = { key: 'ci', team: 'platform' };
const keys = createKeyRing([['secret-1', principal]]);

test('finds who a key belongs to', () => {
  const refused = jest.fn();
  expect(authenticate('Bearer secret-1', keys, refused)).toBe(principal);
  expect(refused).not.toHaveBeenCalled();
});

test.each([
  [undefined, 'missing_key', 'missing_api_key'],
  ['', 'missing_key', 'missing_api_key'],
  ['secret-1', 'missing_key', 'missing_api_key'],
  ['Basic secret-1', 'missing_key', 'missing_api_key'],
  ['Bearer', 'missing_key', 'missing_api_key'],
  ['Bearer secret-2', 'invalid_key', 'invalid_api_key'],
  ['Bearer SECRET-1', 'invalid_key', 'invalid_api_key'],
  ['Bearer secret-1x', 'invalid_key', 'invalid_api_key'],
])('refuses %j as %s', (header, reason, code) => {
  const refused = jest.fn();
  expect(() => authenticate(header, keys, refused)).toThrow(
    expect.objectContaining({ status: 401, type: 'authentication_error', code })
  );
  expect(refused.mock.calls).toEqual([[reason]]);
});

test('a refusal does not repeat the key', () => {
  expect(() => authenticate('Bearer sk-mistyped', keys, () => undefined)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('sk-mistyped') })
  );
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
