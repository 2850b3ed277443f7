import { decimal, product } from './decimal.js';

test.each([
  [0, 0n, 0],
  [7, 7n, 0],
  [0.1, 1n, 1],
  [2.5, 25n, 1],
  [0.003625, 3625n, 6],
  [0.08333333333333334, 8333333333333334n, 17],
  [1e-7, 1n, 7],
  [1.25e-9, 125n, 11],
  [1e21, 10n ** 21n, 0],
  [1.5e22, 15n * 10n ** 21n, 0],
])('%d is %s with %d decimals', (value, digits, scale) => {
  expect(decimal(value)).toEqual({ digits, scale });
});

test('products are exact', () => {
  expect(product(decimal(0.1), decimal(0.7))).toEqual({ digits: 7n, scale: 2 });
});
