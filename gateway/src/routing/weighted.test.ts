import { integer, seededRandom } from '../../../tests/support/random.js';
import type { Deployment } from './deployment.js';
import { weightedOrder } from './weighted.js';

const DRAWS = 10_000;

function deployments(...weights: number[]): Deployment[] {
  return weights.map((weight, index) => ({ id: String(index), weight }) as Deployment);
}

function sharesOfFirst(all: readonly Deployment[], random: () => number): number[] {
  const counts = new Map(all.map(({ id }) => [id, 0]));
  for (let draw = 0; draw < DRAWS; draw++) {
    const id = weightedOrder(all, random)[0]?.id ?? 'none';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts.values()].map((count) => count / DRAWS);
}

test.each([
  [1, 1],
  [3, 1],
  [0.2, 0.3, 0.5],
  [1, 0, 9],
  [100, 1, 1, 1],
])('the first is chosen in proportion to its weight: %j', (...weights) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = sharesOfFirst(deployments(...weights), seededRandom(1));
  weights.forEach((weight, index) => expect(Math.abs((shares[index] ?? 0) - weight / sum)).toBeLessThan(0.02));
});

test('those that stand by come in proportion to their weight too', () => {
  const random = seededRandom(2);
  const all = deployments(1, 2, 6);
  let secondIsHeaviest = 0;
  let firstIsLightest = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const [first, second] = weightedOrder(all, random);
    if (first?.id === '0') {
      firstIsLightest++;
      secondIsHeaviest += second?.id === '2' ? 1 : 0;
    }
  }
  expect(secondIsHeaviest / firstIsLightest).toBeCloseTo(6 / 8, 1);
});

test('every order holds each deployment with a weight once, and no other', () => {
  const random = seededRandom(3);
  for (let round = 0; round < 500; round++) {
    const weights = Array.from({ length: integer(random, 2, 6) }, () => integer(random, 0, 3));
    const all = deployments(...weights);
    const expected = all.filter(({ weight }) => weight > 0).map(({ id }) => id);
    expect(
      weightedOrder(all, random)
        .map(({ id }) => id)
        .sort()
    ).toEqual(expected);
  }
});

test.each([0, 0.5, 1 - Number.EPSILON])('a draw of %d is within bounds', (draw) => {
  expect(weightedOrder(deployments(0.1, 0.2, 0.7), () => draw)).toHaveLength(3);
});
