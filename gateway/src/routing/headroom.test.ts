import { readHeadroom, shareLeft } from './headroom.js';

const limit = (name: 'requests' | 'tokens', of: string, remaining: string) => ({
  [`x-ratelimit-limit-${name}`]: of,
  [`x-ratelimit-remaining-${name}`]: remaining,
});

test('reads both limits', () => {
  expect(readHeadroom({ ...limit('requests', '500', '499'), ...limit('tokens', '30000', '6000') })).toEqual({
    requests: { limit: 500, remaining: 499 },
    tokens: { limit: 30_000, remaining: 6_000 },
  });
});

test.each([
  ['requests', limit('requests', '10', '4'), 0.4],
  ['tokens', limit('tokens', '1000', '0'), 0],
] as const)('reads %s alone', (_name, headers, share) => {
  const headroom = readHeadroom(headers);
  expect(headroom).toBeDefined();
  expect(shareLeft(headroom ?? { requests: undefined, tokens: undefined })).toBe(share);
});

test('the nearer limit counts', () => {
  const left = (requests: number, tokens: number) =>
    shareLeft({ requests: { limit: 100, remaining: requests }, tokens: { limit: 100, remaining: tokens } });
  expect(left(90, 10)).toBe(0.1);
  expect(left(20, 80)).toBe(0.2);
});

test.each([
  ['no header', {}],
  ['a limit only', { 'x-ratelimit-limit-requests': '10' }],
  ['a remainder only', { 'x-ratelimit-remaining-tokens': '10' }],
  ['words', limit('requests', 'unlimited', 'many')],
  ['nothing in them', limit('requests', '', '')],
  ['a limit of 0', limit('requests', '0', '0')],
  ['a negative remainder', limit('tokens', '10', '-1')],
  ['another provider’s headers', { 'anthropic-ratelimit-requests-limit': '50' }],
])('tells nothing from %s', (_name, headers) => {
  expect(readHeadroom(headers)).toBeUndefined();
});

test('one limit that cannot be read does not hide the other', () => {
  expect(readHeadroom({ ...limit('requests', 'x', 'y'), ...limit('tokens', '100', '25') })).toEqual({
    requests: undefined,
    tokens: { limit: 100, remaining: 25 },
  });
});

test('more left than the limit is no more than all', () => {
  expect(readHeadroom(limit('requests', '10', '15'))?.requests).toEqual({ limit: 10, remaining: 10 });
});
