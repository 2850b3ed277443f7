import { tokens } from '../../../tests/support/usageEvent.js';
import { configuredPrice } from './configuredPrice.js';
import { unpriced } from './pricer.js';
import { worstCost } from './worstCost.js';

const cheapInput = configuredPrice({ input_per_million_usd: 1, output_per_million_usd: 10 });
const cheapOutput = configuredPrice({ input_per_million_usd: 5, output_per_million_usd: 2, batch_discount: 0.5 });

test('is that of the dearest, which depends on what is used', () => {
  expect(worstCost([cheapInput, cheapOutput], tokens({ input: 1_000, output: 0 }), 0)).toBe(5_000_000);
  expect(worstCost([cheapInput, cheapOutput], tokens({ input: 0, output: 1_000 }), 0)).toBe(10_000_000);
  expect(worstCost([cheapInput, cheapOutput], tokens({ input: 1_000, output: 0 }), 0, true)).toBe(2_500_000);
});

test('is not known where any price is not, whatever its place', () => {
  expect(worstCost([cheapInput, unpriced], tokens(), 0)).toBeUndefined();
  expect(worstCost([unpriced, cheapInput], tokens(), 0)).toBeUndefined();
});

test('is nothing where there is nobody to ask', () => {
  expect(worstCost([], tokens(), 0)).toBe(0);
});
