import { seededRandom } from '../../../tests/support/random.js';
import { backoff } from './backoff.js';

const SETTINGS = { backoff_ms: 100, backoff_max_ms: 1_000 };
const LONGEST = () => 1 - Number.EPSILON;

test('the longest wait doubles with every retry, up to its limit', () => {
  const longest = [1, 2, 3, 4, 5, 6, 2_000].map((retry) => Math.round(backoff(retry, SETTINGS, 0, LONGEST)));
  expect(longest).toEqual([100, 200, 400, 800, 1_000, 1_000, 1_000]);
});

test('waits are spread evenly from nothing to the longest', () => {
  const random = seededRandom(1);
  const waits = Array.from({ length: 10_000 }, () => backoff(3, SETTINGS, 0, random));
  for (const [from, to] of [
    [0, 100],
    [100, 200],
    [200, 300],
    [300, 400],
  ] as const) {
    const share = waits.filter((wait) => wait >= from && wait < to).length / waits.length;
    expect(Math.abs(share - 0.25)).toBeLessThan(0.02);
  }
  expect(Math.max(...waits)).toBeLessThanOrEqual(400);
});

test('what the provider asked for is the least', () => {
  expect(backoff(1, SETTINGS, 2_000, () => 0)).toBe(2_000);
  expect(backoff(1, SETTINGS, 2_000, LONGEST)).toBe(2_000);
  expect(backoff(4, SETTINGS, 50, LONGEST)).toBeCloseTo(800);
});
