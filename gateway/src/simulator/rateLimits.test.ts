import { RateLimits } from './rateLimits.js';

let limits: RateLimits;
beforeEach(() => {
  limits = new RateLimits();
});

test('counts down requests and tokens, then refuses until the minute is over', () => {
  const limit = { requests_per_minute: 2, tokens_per_minute: 1_000 };
  expect(limits.take('a', limit, 100, 5_000)).toEqual({
    headers: {
      'x-ratelimit-limit-requests': '2',
      'x-ratelimit-remaining-requests': '1',
      'x-ratelimit-reset-requests': '60s',
      'x-ratelimit-limit-tokens': '1000',
      'x-ratelimit-remaining-tokens': '900',
      'x-ratelimit-reset-tokens': '60s',
    },
    refusal: undefined,
  });
  limits.take('a', limit, 100, 6_000);
  const { headers, refusal } = limits.take('a', limit, 100, 50_500);
  expect(refusal).toMatchObject({ status: 429, code: 'rate_limit_exceeded', retry_after_seconds: 15 });
  expect(refusal?.message).toContain('2 requests per minute');
  expect(headers).toMatchObject({
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-remaining-tokens': '800',
    'x-ratelimit-reset-requests': '14.5s',
  });
  expect(limits.take('a', limit, 100, 65_000).headers).toMatchObject({ 'x-ratelimit-remaining-requests': '1' });
});

test('tokens run out as well; a smaller request still fits', () => {
  const limit = { tokens_per_minute: 100 };
  limits.take('a', limit, 70, 0);
  expect(limits.take('a', limit, 31, 0).refusal?.message).toContain('100 tokens per minute');
  const { headers, refusal } = limits.take('a', limit, 30, 0);
  expect(refusal).toBeUndefined();
  expect(headers).toEqual({
    'x-ratelimit-limit-tokens': '100',
    'x-ratelimit-remaining-tokens': '0',
    'x-ratelimit-reset-tokens': '60s',
  });
});

test('counts each key by itself', () => {
  const limit = { requests_per_minute: 1 };
  limits.take('a', limit, 1, 0);
  expect(limits.take('b', limit, 1, 0).refusal).toBeUndefined();
  expect(limits.take('a', limit, 1, 0).refusal).toBeDefined();
});

test('a limit that is lowered below what is used leaves 0, not less', () => {
  limits.take('a', { tokens_per_minute: 100 }, 80, 0);
  expect(limits.take('a', { tokens_per_minute: 50 }, 1, 0).headers).toMatchObject({
    'x-ratelimit-remaining-tokens': '0',
  });
});

test('remembers a bounded number of keys', () => {
  const limit = { requests_per_minute: 1 };
  for (let key = 0; key <= 10_000; key++) {
    limits.take(`key-${key}`, limit, 1, key / 1_000);
  }
  expect(limits.take('key-10000', limit, 1, 10).refusal).toBeDefined();
  expect(limits.take('key-0', limit, 1, 10).refusal).toBeUndefined();
});
