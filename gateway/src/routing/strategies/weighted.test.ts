import { integer, seededRandom } from '../../../../tests/support/random.js';
import { candidate, sharesOfFirst } from '../../../../tests/support/routing.js';
import type { Candidate } from './strategy.js';
import { weighted } from './weighted.js';

function candidates(...weights: number[]): Candidate[] {
  return weights.map((weight, index) => candidate(`p${index}/m`, { weight }));
}

test.each([
  [1, 1],
  [3, 1],
  [0.2, 0.3, 0.5],
  [1, 0, 9],
  [100, 1, 1, 1],
])('10,000 requests are shared in proportion to the weights: %j', (...weights) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = sharesOfFirst(weighted, candidates(...weights), seededRandom(1));
  weights.forEach((weight, index) => {
    expect(Math.abs((shares[`p${index}/m`] ?? 0) - weight / sum)).toBeLessThan(0.02);
  });
});

test('those that stand by come in proportion to their weight too', () => {
  const random = seededRandom(2);
  const all = candidates(1, 2, 6);
  let secondIsHeaviest = 0;
  let firstIsLightest = 0;
  for (let draw = 0; draw < 10_000; draw++) {
    const [first, second] = weighted(all, random);
    if (first === all[0]) {
      firstIsLightest++;
      secondIsHeaviest += second === all[2] ? 1 : 0;
    }
  }
  expect(secondIsHeaviest / firstIsLightest).toBeCloseTo(6 / 8, 1);
});

test('every order holds each deployment with a weight once, and no other', () => {
  const random = seededRandom(3);
  for (let round = 0; round < 500; round++) {
    const all = candidates(...Array.from({ length: integer(random, 2, 6) }, () => integer(random, 0, 3)));
    const order = weighted(all, random);
    expect(order).toHaveLength(new Set(order).size);
    expect(new Set(order)).toEqual(new Set(all.filter(({ deployment }) => deployment.weight > 0)));
  }
});

test.each([0, 0.5, 1 - Number.EPSILON])('a draw of %d is within bounds', (draw) => {
  expect(weighted(candidates(0.1, 0.2, 0.7), () => draw)).toHaveLength(3);
});
