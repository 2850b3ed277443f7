import { tightest } from './headroom';

it('takes the limit of which the smaller share is left', () => {
  expect(tightest({ requests: { limit: 100, remaining: 90 }, tokens: { limit: 1_000, remaining: 50 } })).toBe(0.05);
  expect(tightest({ requests: { limit: 100, remaining: 0 } })).toBe(0);
});

it('knows nothing where no limit is reported', () => {
  expect(tightest({})).toBeUndefined();
  expect(tightest({ requests: { limit: 0, remaining: 0 } })).toBeUndefined();
});
