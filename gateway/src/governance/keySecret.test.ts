import { hashSecret, newKeySecret, shownPrefix } from './keySecret.js';

test('a new secret looks like a key, is long enough, and is another each time', () => {
  const secrets = Array.from({ length: 100 }, newKeySecret);
  secrets.forEach((secret) => expect(secret).toMatch(/^sk-llmgw-[\w-]{32}$/));
  expect(new Set(secrets).size).toBe(100);
});

test('a secret is kept as its SHA-256', () => {
  expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test.each([
  ['sk-llmgw-AbCdEfGhIjKlMnOpQrStUvWxYz012345', 'sk-llmgw-AbCd'],
  ['0123456789ab', '0123'],
  ['01234567', '01'],
])('of %s people are shown %s', (secret, shown) => {
  expect(shownPrefix(secret)).toBe(shown);
});
