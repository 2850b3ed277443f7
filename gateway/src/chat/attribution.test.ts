import { boundedTags, boundedUser } from './attribution.js';

test.each([
  ['NUL', 'a\0b', 'a\ufffdb'],
  ['half of a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ['the other half', '\ude00a', '\ufffda'],
  ['what is fine', 'zażółć 🐘', 'zażółć 🐘'],
])('%s is kept as the ledger can keep it', (_what, given, kept) => {
  expect(boundedUser(given)).toBe(kept);
  expect(boundedTags([[given, given]])).toEqual({ [kept]: kept });
});

test('what is too long is cut, and never to half of a character', () => {
  expect(boundedUser(`${'x'.repeat(511)}🐘`)).toBe(`${'x'.repeat(511)}\ufffd`);
  expect(boundedUser('x'.repeat(600))).toHaveLength(512);
});
