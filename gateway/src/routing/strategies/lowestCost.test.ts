import { seededRandom } from '../../../../tests/support/random.js';
import { candidate, deployment, sharesOfFirst } from '../../../../tests/support/routing.js';
import { configuredPrice } from '../../pricing/configuredPrice.js';
import { lowestCost } from './lowestCost.js';
import type { Candidate } from './strategy.js';

function priced(id: string, input: number, output: number): Candidate {
  const price = configuredPrice({ input_per_million_usd: input, output_per_million_usd: output });
  return { ...candidate(id), deployment: deployment(id, { price }) };
}

test('all of 10,000 requests go to the cheap one', () => {
  const all = [priced('dear/m', 10, 30), priced('cheap/m', 0.5, 1.5), priced('middling/m', 2, 8)];
  expect(sharesOfFirst(lowestCost, all, seededRandom(1))).toEqual({ 'cheap/m': 1 });
});

test('one without a known price comes last, however dear the others are', () => {
  const all = [candidate('unpriced/m'), priced('dear/m', 500, 500), candidate('unknown/m'), priced('cheap/m', 1, 1)];
  const order = lowestCost(all, seededRandom(2)).map(({ deployment: { id } }) => id);
  expect(order.slice(0, 2)).toEqual(['cheap/m', 'dear/m']);
  expect(order.slice(2).sort()).toEqual(['unknown/m', 'unpriced/m']);
});

test('one that costs nothing is cheaper than all', () => {
  const all = [priced('cheap/m', 0.01, 0.01), priced('free/m', 0, 0), candidate('unpriced/m')];
  expect(lowestCost(all, seededRandom(3))[0]?.deployment.id).toBe('free/m');
});

test('input counts more than output, as there is more of it', () => {
  const all = [priced('dear-input/m', 4, 1), priced('dear-output/m', 1, 4)];
  expect(lowestCost(all, seededRandom(4))[0]?.deployment.id).toBe('dear-output/m');
});

test.each([
  ['priced', [priced('a/m', 1, 2), priced('b/m', 1, 2)]],
  ['unpriced', [candidate('a/m'), candidate('b/m')]],
])('equals share: %s', (_name, all) => {
  expect(Math.abs((sharesOfFirst(lowestCost, all, seededRandom(5))['a/m'] ?? 0) - 0.5)).toBeLessThan(0.02);
});
