import { tokens } from '../../../tests/support/usageEvent.js';
import { configuredPrice } from './configuredPrice.js';

const used = tokens({ input: 1_000_000, cachedInput: 400_000, output: 10_000 });

test('is what the configuration says', () => {
  const price = configuredPrice({
    input_per_million_usd: 2,
    cached_input_per_million_usd: 0.5,
    output_per_million_usd: 8,
  });
  expect(price(used, 0)).toEqual({ nanoUsd: (1.2 + 0.2 + 0.08) * 1e9, source: 'config' });
});

test('cached input costs as much as other input where nothing is said', () => {
  const price = configuredPrice({ input_per_million_usd: 2, output_per_million_usd: 0 });
  expect(price(used, 0)?.nanoUsd).toBe(2e9);
});

test('a price of 0 is a price', () => {
  expect(configuredPrice({ input_per_million_usd: 0, output_per_million_usd: 0 })(used, 0)).toEqual({
    nanoUsd: 0,
    source: 'config',
  });
});
