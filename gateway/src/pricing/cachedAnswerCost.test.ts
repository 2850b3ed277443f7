import { cachedAnswerCost } from './cachedAnswerCost.js';

test('costs nothing and saves what it would have cost', () => {
  expect(cachedAnswerCost({ nanoUsd: 1_234, source: 'config:ours' })).toEqual({
    cost: { nanoUsd: 0, source: 'config:ours' },
    unpriced: false,
    savedNanoUsd: 1_234,
  });
});

test('costs nothing where the price is not known, and saves nobody knows what', () => {
  expect(cachedAnswerCost(undefined)).toEqual({
    cost: { nanoUsd: 0, source: 'cache' },
    unpriced: false,
    savedNanoUsd: undefined,
  });
});
