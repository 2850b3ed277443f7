import { GIVE_UP_AFTER_MS, retryDelay } from './retryDelay.js';

test.each([
  [1, 5_000],
  [2, 10_000],
  [5, 80_000],
  [10, 2_560_000],
  [11, 3_600_000],
  [40, 3_600_000],
  [2_000, 3_600_000],
])('after %i attempts at most %i ms, and at least half of that', (attempts, longest) => {
  expect(retryDelay(attempts, () => 1)).toBe(longest);
  expect(retryDelay(attempts, () => 0)).toBe(longest / 2);
});

test('a day is some thirty tries', () => {
  let [attempts, waited] = [0, 0];
  while (waited <= GIVE_UP_AFTER_MS) {
    waited += retryDelay(++attempts, () => 0.5);
  }
  expect(attempts).toBeGreaterThan(25);
  expect(attempts).toBeLessThan(60);
});
